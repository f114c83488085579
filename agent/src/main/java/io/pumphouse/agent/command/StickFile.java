package io.pumphouse.agent.command;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * A file on a stick that somebody takes along: whole, and on the medium, before it has its name.
 *
 * @param path where it is to be
 */
record StickFile(Path path) {
  /** What is written into it; returns the exit code. */
  @FunctionalInterface
  interface Content {
    int writeTo(Writer writer) throws IOException;
  }

  /** The one stick there is, or the one that was named; else says which there are. */
  static int on(Sticks sticks, String named, Terminal terminal, ToIntFunction<Path> use) {
    List<Path> mounted = sticks.mounted();
    List<Path> fitting =
        mounted.stream()
            .filter(stick -> named.isEmpty() || stick.toString().equals(named))
            .toList();
    if (fitting.size() == 1) {
      return use.applyAsInt(fitting.getFirst());
    }
    return mounted.isEmpty()
        ? terminal.fail(
            "no stick is mounted",
            "plug one in, and mount it below /media or /mnt: sudo mount /dev/sda1 /mnt")
        : terminal.fail(
            named.isEmpty() ? "there are several sticks" : named + " is no stick",
            "name one: " + mounted);
  }

  int write(Content content, Terminal terminal) {
    Path part = path.resolveSibling(path.getFileName() + ".part");
    try {
      int code = write(part, content);
      if (code == ExitCode.OK) {
        Files.move(part, path, StandardCopyOption.ATOMIC_MOVE);
        terminal.out().println(path + ": " + Files.size(path) + " bytes, on the medium");
        terminal.out().println("unmount it before you pull it: sudo umount " + path.getParent());
      }
      return code;
    } catch (IOException failure) {
      return terminal.fail(
          path + ": " + failure.getMessage(), "look for room and for a lock on the stick");
    }
  }

  private static int write(Path part, Content content) throws IOException {
    try (FileChannel channel =
            FileChannel.open(
                part,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
        Writer writer = new BufferedWriter(Channels.newWriter(channel, StandardCharsets.UTF_8))) {
      int code = content.writeTo(writer);
      writer.flush();
      channel.force(true);
      return code;
    }
  }
}
