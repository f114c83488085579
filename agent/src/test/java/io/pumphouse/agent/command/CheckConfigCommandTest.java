package io.pumphouse.agent.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.app.MapShelf;
import io.pumphouse.agent.config.ConfigFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckConfigCommandTest {
  private static final String RIGHT =
      "pumps:\n  - {id: house, model: nibe-s1255, line: {tcp: \"127.0.0.1:502\"}}\n";

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void aRightFileHasNoProblems() throws IOException {
    assertThat(check(RIGHT)).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).endsWith("pumphouse.yaml: ok; pumps: 1\n");
    assertThat(check(RIGHT, "--json")).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).endsWith("[]\n");
  }

  @Test
  void peopleReadEveryProblemOnALineOfItsOwn() throws IOException {
    assertThat(check("sit: {}\n" + RIGHT + "stor: {}\n")).isEqualTo(ExitCode.WRONG_CONFIGURATION);
    assertThat(err.toString().lines()).hasSize(2);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void programsGetTheSameAsAnArray() throws IOException {
    assertThat(check("sit: {}\n" + RIGHT, "--json")).isEqualTo(ExitCode.WRONG_CONFIGURATION);
    assertThat(out.toString())
        .startsWith("[{\"file\":\"" + folder.resolve("pumphouse.yaml") + "\",\"line\":1,")
        .contains("\"key\":\"sit\"", "\"found\":", "\"accepted\":", "site");
    assertThat(err.toString()).isEmpty();
  }

  private int check(String yaml, String... options) throws IOException {
    Path file = Files.writeString(folder.resolve("pumphouse.yaml"), yaml);
    ConfigFile reader = new ConfigFile(MapShelf::beside, ZoneOffset.UTC);
    CommandTable table =
        new CommandTable((_, _, _, _) -> ExitCode.FAILED, List.of(new CheckConfigCommand(reader)));
    List<String> typed = new ArrayList<>(List.of("check-config", file.toString()));
    typed.addAll(List.of(options));
    return table.execute(typed, new Terminal(new PrintWriter(out), new PrintWriter(err)));
  }
}
