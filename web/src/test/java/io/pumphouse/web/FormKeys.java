package io.pumphouse.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** What a page of ours would carry for this session. */
final class FormKeys {
  private FormKeys() {}

  static String of(String secret) {
    try {
      byte[] key =
          MessageDigest.getInstance("SHA-256")
              .digest(("form " + secret).getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(key);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
