package io.pumphouse.agent.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Collectors;

/** Makes what nobody can guess. Thread-safe. */
final class Secrets {
  // Crockford's: no I, L, O or U, so that a code can be read aloud.
  private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int SECRET_BYTES = 32;
  private static final int ID_BYTES = 6;

  private final SecureRandom random = new SecureRandom();

  /** What a browser or program shows: 256 bits. Its digest is kept, for that much needs no salt. */
  String secret() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(SECRET_BYTES));
  }

  /** A public name. */
  String id() {
    return HexFormat.of().formatHex(bytes(ID_BYTES));
  }

  /** Groups of four letters, five bits each: {@code K7QF-2MXT-9ABD}. */
  String code(int groups) {
    return random
        .ints(groups * 4L, 0, LETTERS.length())
        .mapToObj(index -> LETTERS.substring(index, index + 1))
        .collect(Collectors.joining())
        .replaceAll("(.{4})(?=.)", "$1-");
  }

  /** A code as somebody may have typed it, as it was made. */
  static String readAloud(String code) {
    return code.toUpperCase(Locale.ROOT)
        .replaceAll("[^0-9A-Z]", "")
        .replace('O', '0')
        .replaceAll("[IL]", "1");
  }

  static String digest(String secret) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Takes as long for almost equal texts as for others. */
  static boolean areSame(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}
