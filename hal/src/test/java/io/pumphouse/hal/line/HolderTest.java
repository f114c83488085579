package io.pumphouse.hal.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HolderTest {
  @TempDir private Path folder;
  private Path processes;
  private Path port;

  @BeforeEach
  void settle() throws IOException {
    processes = Files.createDirectory(folder.resolve("proc"));
    port = folder.resolve("ttyUSB0");
  }

  private void process(long number, String program, Path... open) throws IOException {
    Path files = Files.createDirectories(processes.resolve(Long.toString(number)).resolve("fd"));
    Files.writeString(files.resolveSibling("comm"), program + "\n");
    for (int i = 0; i < open.length; i++) {
      Files.createSymbolicLink(files.resolve(Integer.toString(i)), open[i]);
    }
  }

  @Test
  void theProcessWithThePortOpenIsNamed() throws IOException {
    process(7, "sshd", folder.resolve("null"));
    process(4711, "mbpoll", folder.resolve("null"), port);

    assertThat(Holder.all(processes, port)).containsExactly(new Holder("mbpoll", 4711));
  }

  @Test
  void ifThereAreSeveralAllAreNamed() throws IOException {
    process(4711, "mbpoll", port);
    process(12, "agetty", port);

    assertThat(Holder.all(processes, port))
        .containsExactly(new Holder("agetty", 12), new Holder("mbpoll", 4711));
  }

  @Test
  void thisProcessIsNotAnother() throws IOException {
    process(ProcessHandle.current().pid(), "java", port);

    assertThat(Holder.all(processes, port)).isEmpty();
  }

  @Test
  void aProcessThatLetsNobodyLookIsPassedOver() throws IOException {
    Files.createDirectories(processes.resolve("1"));
    process(4711, "mbpoll", port);

    assertThat(Holder.all(processes, port)).containsExactly(new Holder("mbpoll", 4711));
  }

  @Test
  void whereNothingIsToldNobodyIsNamed() {
    assertThat(Holder.all(processes.resolve("nothing"), port)).isEmpty();
  }
}
