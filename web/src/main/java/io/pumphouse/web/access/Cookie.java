package io.pumphouse.web.access;

import io.pumphouse.web.route.Arrival;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;

/** What a browser that is logged in carries. No script can read it, no foreign page send it. */
final class Cookie {
  private static final String NAME = "pumphouse";
  private static final int THIRTY_DAYS = 30 * 24 * 3600;

  private final String path;

  /**
   * @param base what stands before every address; empty or {@code /pump}
   */
  Cookie(String base) {
    this.path = base + "/";
  }

  void give(HttpServletRequest request, HttpServletResponse response, String secret) {
    set(request, response, secret, THIRTY_DAYS);
  }

  void takeAway(HttpServletRequest request, HttpServletResponse response) {
    set(request, response, "", 0);
  }

  private void set(
      HttpServletRequest request, HttpServletResponse response, String secret, int seconds) {
    String secure = Arrival.of(request).isSecure() ? "; Secure" : "";
    response.addHeader(
        "Set-Cookie",
        "%s=%s; Path=%s; Max-Age=%d; HttpOnly; SameSite=Strict%s"
            .formatted(NAME, secret, path, seconds, secure));
  }

  /** The secret that this request carries, if it carries any. */
  static Optional<String> shownBy(HttpServletRequest request) {
    return Optional.ofNullable(request.getCookies()).stream()
        .flatMap(Arrays::stream)
        .flatMap(
            cookie -> cookie.getName().equals(NAME) ? Stream.of(cookie.getValue()) : Stream.of())
        .findFirst();
  }

  /** What our own forms carry beside the cookie: nobody can tell it who cannot read the cookie. */
  static String formKey(String secret) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] key = digest.digest(("form " + secret).getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(key);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
