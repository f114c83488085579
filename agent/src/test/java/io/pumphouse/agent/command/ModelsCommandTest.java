package io.pumphouse.agent.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ModelsCommandTest {
  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void everyModelIsListedWithWireSizeAndSource() {
    assertThat(run()).isEqualTo(ExitCode.OK);
    assertThat(out.toString().lines())
        .contains(
            "nibe-s1256: NIBE S1156 / S1256, 1403 registers, 50 metrics, over tcp",
            "ivt-rego637: IVT with Rego 637, 57 registers, 23 metrics, over rego",
            "husdata-h66-ivt: IVT with Rego 600, through Husdata H60 or H66, 49 registers, 24"
                + " metrics, over husdata-h66")
        .anyMatch(line -> line.startsWith("  source c40: Husdata"));
  }

  @Test
  void programsGetAnArray() {
    assertThat(run("--json")).isEqualTo(ExitCode.OK);
    assertThat(out.toString())
        .startsWith("[{\"id\":\"nibe-s1255\"")
        .contains(
            "{\"id\":\"thermia-genesis-mega\",\"title\":\"Thermia Genesis, Mega\",\"wires\":"
                + "[\"tcp\",\"rtu\",\"rtu-over-tcp\"],\"registers\":408,\"metrics\":32,\"sources\":{");
  }

  @Test
  void aMapWithMistakesIsToldAndHidesNoOther() throws IOException {
    Files.writeString(folder.resolve("mine.csv"), "");
    assertThat(run()).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString())
        .startsWith(folder.resolve("mine.csv") + ":1: empty file: begin with");
    assertThat(out.toString()).contains("husdata-h1-thermia:");
  }

  private int run(String... options) {
    CommandTable table =
        new CommandTable((_, _, _, _) -> ExitCode.FAILED, List.of(new ModelsCommand()));
    List<String> typed = new ArrayList<>(List.of("models", "--maps", folder.toString()));
    typed.addAll(List.of(options));
    return table.execute(typed, new Terminal(new PrintWriter(out), new PrintWriter(err)));
  }
}
