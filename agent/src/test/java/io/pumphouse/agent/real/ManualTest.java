package io.pumphouse.agent.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people get from {@code man} and the Tab key, judged by groff and by bash. */
final class ManualTest {
  @TempDir private Path folder;

  @Test
  void groffHasNothingToComplainOf() throws IOException, InterruptedException {
    Tools.require("groff");
    Path page = file("man");
    assertThat(said("groff", "-man", "-Tutf8", "-ww", "-z", page.toString())).isEmpty();
    assertThat(said("groff", "-man", "-Tascii", "-P-cbou", page.toString()))
        .contains("pumphouse jobs create", "--format", "EXIT STATUS", "wrong configuration");
  }

  @ParameterizedTest
  @CsvSource({
    "pumphouse che, check-config",
    "pumphouse jobs retention, retention-preview",
    "pumphouse export --met, --metrics",
    "pumphouse scan --ser, --serial"
  })
  void bashCompletesWhatIsBegun(String typed, String completed)
      throws IOException, InterruptedException {
    Tools.require("bash");
    String words = typed.replaceAll("(\\S+)", "\"$1\"");
    int last = typed.split(" ", -1).length - 1;
    String script =
        """
        source %s
        COMP_WORDS=(%s) COMP_CWORD=%d
        _complete_pumphouse
        printf '%%s\\n' "${COMPREPLY[@]}"
        """
            .formatted(file("bash"), words, last);
    assertThat(said("bash", "-c", script).lines()).contains(completed);
  }

  private Path file(String reader) throws IOException, InterruptedException {
    try (Child teller = new Child(Map.of(), Product.command(List.of("manual", "--for", reader)))) {
      return Files.writeString(folder.resolve("file"), teller.output());
    }
  }

  private static String said(String... command) throws InterruptedException {
    try (Child child = new Child(Map.of(), List.of(command))) {
      String output = child.output();
      assertThat(child.exitCode()).as(output).isZero();
      return output;
    }
  }
}
