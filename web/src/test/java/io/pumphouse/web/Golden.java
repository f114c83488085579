package io.pumphouse.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whole texts that were looked at once and are compared ever after. */
final class Golden {
  private Golden() {}

  /**
   * Compares with {@code src/test/resources/golden/NAME}, apart from the hashes in asset names.
   * What came out instead is left in {@code target/golden/NAME}: read it, and copy it over if it is
   * right.
   */
  static void assertSame(String name, String text) throws IOException {
    String actual = text.replaceAll("\\.[0-9a-f]{12}\\.", ".HASH.");
    Path left = Path.of("target", "golden", name);
    Files.createDirectories(left.resolveSibling("."));
    Files.writeString(left, actual);
    assertThat(actual).as("golden page, now in " + left).isEqualTo(expected(name));
  }

  private static String expected(String name) throws IOException {
    try (InputStream in = Golden.class.getResourceAsStream("/golden/" + name)) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
