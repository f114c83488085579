package io.pumphouse.hal.gpio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.pi4j.library.gpiod.util.NativeLibraryLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The property by which the agent tells Pi4J where its native code is installed. */
final class NativeCodeTest {
  private static final String PROPERTY = "pi4j.library.path";

  @TempDir private Path folder;

  private final String temp = System.getProperty("java.io.tmpdir");

  @AfterEach
  void putBack() {
    System.clearProperty(PROPERTY);
    System.setProperty("java.io.tmpdir", temp);
  }

  /** Left to itself it would write it to the temp folder first, and load what is there. */
  @Test
  void nativeCodeIsLookedForInTheNamedFolderAndNowhereElse() throws IOException {
    Path installed = Files.createDirectory(folder.resolve("native"));
    Path temporary = Files.createDirectory(folder.resolve("temp"));
    System.setProperty(PROPERTY, installed.toString());
    System.setProperty("java.io.tmpdir", temporary.toString());

    assertThatExceptionOfType(UnsatisfiedLinkError.class)
        .isThrownBy(() -> NativeLibraryLoader.load("libgpiod.so", "pi4j-gpiod"))
        .withMessageContaining(installed.resolve("libgpiod.so").toString());
    try (Stream<Path> files = Files.list(temporary)) {
      assertThat(files).isEmpty();
    }
  }
}
