package io.pumphouse.agent.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Foreign programs and libraries the tests need: missing ones skip a test on a laptop, and fail it
 * in CI.
 */
final class Tools {
  private Tools() {}

  static void require(String... programs) {
    for (String program : programs) {
      demand(isThere(program), program);
    }
  }

  /** What it takes to compile a program in C against this library. */
  static void requireLibrary(String library) throws InterruptedException {
    require("cc", "pkg-config");
    try (Child asked = new Child(Map.of(), List.of("pkg-config", "--exists", library))) {
      demand(asked.exitCode() == 0, library);
    }
  }

  private static void demand(boolean isThere, String what) {
    String words = what + " is installed (.ci/run installs it)";
    if ("true".equals(System.getenv("CI"))) {
      assertThat(isThere).as(words).isTrue();
    } else {
      assumeThat(isThere).as(words).isTrue();
    }
  }

  static boolean isThere(String program) {
    return Arrays.stream(System.getenv("PATH").split(":", -1))
        .map(folder -> Path.of(folder, program))
        .anyMatch(Files::isExecutable);
  }
}
