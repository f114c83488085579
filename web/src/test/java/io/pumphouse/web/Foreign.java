package io.pumphouse.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;

/** Programs that the tests need and we did not write: where CI runs, none may be missing. */
final class Foreign {
  private Foreign() {}

  static boolean isHere(Path program) {
    boolean isHere = Files.isExecutable(program);
    if ("true".equals(System.getenv("CI"))) {
      assertThat(isHere).as(program + " is installed (.ci/run installs it)").isTrue();
    }
    return isHere;
  }
}
