package io.pumphouse.web.access;

import java.util.Map;
import java.util.function.BiConsumer;

/** The headers every answer carries: a page may only use what comes from this server. */
final class SafeHeaders {
  // The icons of the style sheet are data: pictures; nothing else comes from outside the jar.
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'self'; img-src 'self' data:; connect-src 'self'; object-src 'none';"
          + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy", CONTENT_SECURITY_POLICY,
          "X-Content-Type-Options", "nosniff",
          "X-Frame-Options", "DENY",
          // Not no-referrer: with it browsers hide the origin of our own forms from the gate.
          "Referrer-Policy", "same-origin",
          "Cross-Origin-Opener-Policy", "same-origin",
          "Cross-Origin-Resource-Policy", "same-origin",
          "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");

  // Not for sub-domains: they may be other machines in the house.
  private static final String ONLY_SECURE = "max-age=31536000";

  private SafeHeaders() {}

  /** Sets each, by what the answer at hand has for setting a header. */
  static void setOn(BiConsumer<String, String> answer) {
    HEADERS.forEach(answer);
  }

  /** Sets what only an answer over TLS may carry. */
  static void setSecureOn(BiConsumer<String, String> answer) {
    answer.accept("Strict-Transport-Security", ONLY_SECURE);
  }
}
