package io.pumphouse.agent.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Import and export at the shell where no agent runs, into real files and pipes. */
final class ExportToAPipeTest {
  private static final int LINES = 4_000; // more than a pipe holds
  private static final long BEGIN = 1_767_200_000; // seconds since 1970: the last day of 2025

  @TempDir private Path folder;
  private Path config;

  @BeforeEach
  void fill() throws IOException, InterruptedException {
    config =
        Files.writeString(
            folder.resolve("pumphouse.yaml"),
            "pumps: [{id: house, model: nibe-s1255, line: {tcp: \"192.0.2.1\"}}]\n");
    String lines =
        IntStream.range(0, LINES)
            .mapToObj(i -> "heatpump,register_id=30002 value=1.5 " + (BEGIN + i))
            .collect(Collectors.joining("\n"));
    Path file = Files.writeString(folder.resolve("old.lp"), lines);
    assertThat(shell(typed("import", file.toString())).output()).contains("stored " + LINES);
  }

  private String typed(String... words) {
    return String.join(" ", Product.command(List.of(words)))
        + " --config "
        + config
        + " --data "
        + folder;
  }

  private static Child shell(String command) {
    return new Child(Map.of(), List.of("bash", "-c", "set -o pipefail; " + command));
  }

  @Test
  void whoeverReadsOnlyTheFirstLineGetsItAndNoComplaint() throws InterruptedException {
    try (Child child = shell(typed("export", "--from", "2025-12-01T00:00:00Z") + " | head -1")) {
      assertThat(child.output()).startsWith("time,").hasLineCount(1);
      assertThat(child.exitCode()).isZero();
    }
  }

  @Test
  void aFullDiskIsAFailure() throws InterruptedException {
    try (Child child = shell(typed("export", "--from", "2025-12-01T00:00:00Z") + " > /dev/full")) {
      assertThat(child.output()).contains("the output could not be written", "make room");
      assertThat(child.exitCode()).isEqualTo(1);
    }
  }
}
