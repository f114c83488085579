package io.pumphouse.web;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Requests and frames that no honest client sends, the same ones for the same seed. */
final class Mischief {
  private static final int LONG = 9_000;

  private static final List<String> PATHS =
      List.of(
          "/",
          "/account",
          "/account/users/viewer/remove",
          "/api/v1/pumps/house/write",
          "/api/v1/pumps/house/registers/x/decode?words=%00",
          "/api/v1/users",
          "/api/v1/claim",
          "/login",
          "/assets/..%2f..%2fetc%2fpasswd",
          "/%2e%2e/%2e%2e/etc/passwd",
          "/a;b=c/..;/account",
          "//evil.example/",
          "/%c0%ae%c0%ae/",
          "/\u0000",
          "http://evil.example/account",
          "*");

  private static final List<String> METHODS =
      List.of("GET", "POST", "PUT", "PATCH", "DELETE", "TRACE", "CONNECT", "OPTIONS", "G ET", "");

  private static final List<String> VERSIONS =
      List.of("HTTP/1.1", "HTTP/1.0", "HTTP/2.0", "HTTP/9", "HTTP/1.1 ", "ICY", "");

  private static final List<String> HEADERS =
      List.of(
          "Content-Length: 5\r\nContent-Length: 6\r\n",
          "Content-Length: -1\r\n",
          "Content-Length: 99999999999999999999\r\n",
          "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n",
          "Transfer-Encoding: chunked, identity\r\n",
          "Content-Type: application/json\r\nContent-Length: 7\r\n",
          "Content-Type: multipart/form-data; boundary=\r\nContent-Length: 9\r\n",
          "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 12\r\n",
          "Cookie: pumphouse=owner-session\r\n",
          "Cookie: ;;;=\"\r\n",
          "Authorization: Bearer \u0001\r\n",
          "Authorization: Basic eDp5\r\n",
          "X-Forwarded-For: ,,,\r\nX-Forwarded-Host: evil.example\r\n",
          "Upgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\nHTTP2-Settings: AAAA\r\n",
          "Expect: 200-ok\r\n",
          "Range: bytes=-1,5-2\r\n",
          "Accept-Encoding: gzip;q=zzz\r\n",
          "Host: evil.example\r\n",
          " folded: line\r\n",
          "Nul\u0000l: x\r\n",
          "X: " + "x".repeat(LONG) + "\r\n",
          "A: b\r\n".repeat(LONG / 6));

  private static final List<String> BODIES =
      List.of(
          "",
          "{\"metric\":",
          "[".repeat(LONG),
          "user=%zz&password=%u0000",
          "5\r\nabc",
          "FFFFFFFFFFFFFFFF\r\n",
          "--\r\n\r\n--",
          "\u00ff\u00fe\u0000");

  private final Random random;

  Mischief(long seed) {
    this.random = new Random(seed);
  }

  /** Bytes for a new connection. */
  byte[] request() {
    return switch (random.nextInt(4)) {
      case 0 -> noise(random.nextInt(1, 400));
      case 1 -> damaged(latin(honest()));
      case 2 -> cut(latin(built()));
      default -> latin(built());
    };
  }

  /** Bytes for a live socket that is open. */
  byte[] frames() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int i = random.nextInt(1, 6); i > 0; i--) {
      all.writeBytes(frame());
    }
    return all.toByteArray();
  }

  private static String honest() {
    return """
    POST /account/users HTTP/1.1\r
    Host: localhost\r
    Cookie: pumphouse=owner-session\r
    Content-Type: application/x-www-form-urlencoded\r
    Content-Length: 47\r
    \r
    user=eve&role=owner&password=long+enough+it+is\n""";
  }

  private String built() {
    String host = random.nextInt(4) == 0 ? "" : "Host: localhost\r\n";
    return any(METHODS)
        + " "
        + any(PATHS)
        + " "
        + any(VERSIONS)
        + "\r\n"
        + host
        + any(HEADERS)
        + any(HEADERS)
        + "\r\n"
        + any(BODIES);
  }

  /** RFC 6455 section 5.2, with every field as likely wrong as right. */
  private byte[] frame() {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    byte[] payload =
        random.nextBoolean() ? noise(random.nextInt(130)) : latin("{\"type\":\"" + any(BODIES));
    frame.write(random.nextInt(256));
    boolean isMasked = random.nextInt(4) > 0;
    writeLength(frame, payload.length, isMasked ? 0x80 : 0);
    if (isMasked) {
      frame.writeBytes(new byte[4]); // a mask of nothing leaves the payload as it is
    }
    frame.writeBytes(payload);
    return frame.toByteArray();
  }

  private void writeLength(ByteArrayOutputStream frame, int length, int mask) {
    int told = random.nextInt(8) == 0 ? random.nextInt(1 << 16) : length;
    if (random.nextInt(16) == 0) {
      frame.write(mask | 127);
      frame.writeBytes(noise(8));
    } else if (told < 126) {
      frame.write(mask | told);
    } else {
      frame.write(mask | 126);
      frame.write(told >> 8);
      frame.write(told);
    }
  }

  private byte[] damaged(byte[] honest) {
    for (int i = random.nextInt(1, 5); i > 0; i--) {
      honest[random.nextInt(honest.length)] = (byte) random.nextInt(256);
    }
    return honest;
  }

  private byte[] cut(byte[] whole) {
    return Arrays.copyOf(whole, random.nextInt(whole.length + 1));
  }

  private byte[] noise(int length) {
    byte[] noise = new byte[length];
    random.nextBytes(noise);
    return noise;
  }

  private String any(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
