package io.pumphouse.agent.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.log.Plain;
import io.pumphouse.hal.line.FakeTime;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunLogTest {
  @TempDir private Path folder;

  @Test
  void secretsAreNotWritten() {
    assertThat(Plain.text("sftp://me:hunter2@nas/x password=hunter2 token: \"hunter2\""))
        .doesNotContain("hunter2")
        .contains("sftp://me:***@nas/x");
  }

  @Test
  void whatATerminalWouldObeyIsNotWritten() {
    assertThat(Plain.text("a\u001b[2Jb")).isEqualTo("a\uFFFD[2Jb");
  }

  @Test
  void aLogEndsAtOneMebibyteAndSaysSo() {
    RunLog log = new RunLog(folder.resolve("runs").resolve("a.log"), new FakeTime());
    for (int i = 0; i < 200; i++) {
      log.add("x".repeat(8_000));
    }
    Path file = folder.resolve("runs").resolve("a.log");
    assertThat(file.toFile().length()).isLessThan(RunLog.MOST_BYTES + 10_000);
    assertThat(file).content().endsWith("the log ends here: it has reached 1 MiB\n");
  }
}
