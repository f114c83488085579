package io.pumphouse.agent.sqlite;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A real file system that is really full or read-only. Needs the right to mount. */
public final class SmallDisk implements AutoCloseable {
  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  /** Mounts one of this many KiB, or skips the test and says so. */
  public static SmallDisk mounted(Path folder, int kib) throws IOException, InterruptedException {
    String said =
        run(List.of("mount", "-t", "tmpfs", "-o", "size=" + kib + "k", "tmpfs", folder.toString()));
    if (!said.isEmpty()) {
      System.err.println("SKIPPED: needs the right to mount a tmpfs: " + said);
      abort("needs the right to mount a tmpfs: " + said);
    }
    return new SmallDisk(folder);
  }

  /** Mounts it again with other options: {@code ro}, {@code size=1m}. */
  public void remount(String... options) throws IOException, InterruptedException {
    String said =
        run(
            Stream.of("mount", "-o", "remount," + String.join(",", options), folder.toString())
                .toList());
    if (!said.isEmpty()) {
      throw new IOException("remount " + String.join(",", options) + ": " + said);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      run(List.of("umount", "--lazy", folder.toString()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while unmounting " + folder, e);
    }
  }

  private static String run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() == 0 ? "" : "it failed: " + said.strip();
  }
}
