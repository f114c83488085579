package io.pumphouse.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GoldenProblemsTest {
  private static final Path GOLDEN = Path.of("src/test/resources/config");

  @TempDir private Path folder;

  @Test
  void anEveningsMistakesAreAllNamedAtOnce() throws IOException {
    String mistakes = Files.readString(GOLDEN.resolve("mistakes.yaml"));

    assertThat(String.join("\n", new Desk(folder).problems(mistakes)) + "\n")
        .isEqualTo(Files.readString(GOLDEN.resolve("mistakes.txt")));
  }
}
