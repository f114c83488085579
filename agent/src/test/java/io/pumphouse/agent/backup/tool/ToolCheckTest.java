package io.pumphouse.agent.backup.tool;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.line.FakeTime;
import io.pumphouse.web.model.JobTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Small programs in a folder of their own, which note that they were started. */
final class ToolCheckTest {
  @TempDir private Path folder;
  private final FakeTime time = new FakeTime();
  private ToolCheck tools;

  @BeforeEach
  void open() {
    tools = new ToolCheck(time, "relative:/nowhere:" + folder);
  }

  private Path install(String name, String version) throws IOException {
    Path tool = folder.resolve(name);
    Files.writeString(
        tool,
        "#!/bin/sh\necho \"$*\" >> %s/asked\necho '%s  version %s'\n"
            .formatted(folder, name, version));
    assertThat(tool.toFile().setExecutable(true)).isTrue();
    return tool;
  }

  private JobTool rsync() {
    return tools.all().getFirst();
  }

  @Test
  void aToolThatIsThereSaysWhereAndWhich() throws IOException {
    Path tool = install("rsync", "3.2.7");
    assertThat(rsync()).isEqualTo(new JobTool("rsync", "" + tool, "3.2.7", "3.1", ""));
    assertThat(folder.resolve("asked")).hasContent("--version");
  }

  @Test
  void aToolThatIsMissingSaysHowToGetItAndIsSeenAsSoonAsItIsThere() throws IOException {
    assertThat(rsync().path()).isEmpty();
    assertThat(rsync().consequence()).endsWith("sudo apt install rsync");
    install("rsync", "3.2.7");
    assertThat(rsync().version()).isEqualTo("3.2.7");
  }

  @Test
  void whatAToolSaidHoldsForAnHourOrUntilAnotherIsInItsPlace() throws IOException {
    Path tool = install("rsync", "3.2.7");
    rsync();
    time.advance(Duration.ofMinutes(59));
    rsync();
    assertThat(folder.resolve("asked")).hasContent("--version");
    time.advance(Duration.ofMinutes(2));
    rsync();
    assertThat(folder.resolve("asked")).hasContent("--version\n--version");
    install("rsync", "3.0.9");
    Files.setLastModifiedTime(tool, FileTime.from(Instant.EPOCH));
    assertThat(rsync().version()).isEqualTo("3.0.9");
    assertThat(rsync().consequence()).contains("before 3.1", "fail");
  }

  @Test
  void aToolThatSaysNothingIsNotTakenForWell() throws IOException {
    Path tool = install("rsync", "3.2.7");
    Files.writeString(tool, "#!/bin/sh\nexit 1\n");
    assertThat(rsync().version()).isEmpty();
    assertThat(rsync().consequence()).contains("does not say its version");
  }

  @ParameterizedTest
  @CsvSource({
    "rclone, v1.60.1, leaves parts of files",
    "rclone, v1.63.0, ''",
    "rclone, v1.71.2, ''",
    "rclone, v2.0.0, ''",
    "rsync, 2.6.9, does not know --info",
    "rsync, 3.4.1, ''"
  })
  void anOldOneHasAConsequence(String name, String version, String consequence) {
    String said = ToolCheck.consequence(name, version);
    assertThat(said.contains(consequence) && said.isEmpty() == consequence.isEmpty()).isTrue();
  }
}
