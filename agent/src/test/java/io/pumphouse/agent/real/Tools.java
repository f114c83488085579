package io.pumphouse.agent.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Foreign programs the tests need: missing ones skip a test on a laptop, and fail it in CI. */
final class Tools {
  private Tools() {}

  static void require(String... programs) {
    for (String program : programs) {
      boolean isThere = isThere(program);
      String words = program + " is installed (.ci/run installs it)";
      if ("true".equals(System.getenv("CI"))) {
        assertThat(isThere).as(words).isTrue();
      } else {
        assumeThat(isThere).as(words).isTrue();
      }
    }
  }

  private static boolean isThere(String program) {
    return Arrays.stream(System.getenv("PATH").split(":", -1))
        .map(folder -> Path.of(folder, program))
        .anyMatch(Files::isExecutable);
  }
}
