package io.pumphouse.agent.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The files of the log, numbered as they were begun: {@code agent-00000017.log}. The newest grows
 * to an eighth of the budget; before anything is written, the oldest go until it fits. Confined to
 * the pen that holds its lock.
 */
final class Volumes {
  private static final int PARTS = 8;
  private static final byte END = '\n';

  private final Path folder;

  Volumes(Path folder) {
    this.folder = folder;
  }

  /** Every file, the oldest first; none if there is no folder yet. */
  List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> found =
        Files.newDirectoryStream(folder, "agent-[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9].log")) {
      found.forEach(files::add);
    } catch (NoSuchFileException _) {
      return List.of();
    }
    files.sort(null);
    return files;
  }

  /**
   * Adds lines at the end.
   *
   * @param budget how many bytes all files may take
   * @param isUrgent whether a power cut must not take them
   * @throws IOException when the disk refuses; some of it may be there
   */
  void append(byte[] lines, long budget, boolean isUrgent) throws IOException {
    Files.createDirectories(folder);
    List<Path> files = new ArrayList<>(files());
    long part = budget / PARTS;
    if (files.isEmpty() || Files.size(files.getLast()) + lines.length > part) {
      files.add(folder.resolve(next(files)));
    }
    makeRoom(files, budget - lines.length);
    write(files.getLast(), lines, isUrgent);
  }

  private static String next(List<Path> files) {
    int number =
        files.isEmpty()
            ? 1
            : Integer.parseInt(files.getLast().getFileName().toString().substring(6, 14)) + 1;
    return String.format(Locale.ROOT, "agent-%08d.log", number);
  }

  /** The newest stays, whatever it takes: it is what is written to. */
  private static void makeRoom(List<Path> files, long room) throws IOException {
    long all = 0;
    for (Path file : files) {
      all += Files.exists(file) ? Files.size(file) : 0;
    }
    for (Path oldest : files.subList(0, files.size() - 1)) {
      if (all <= room) {
        return;
      }
      all -= Files.size(oldest);
      Files.delete(oldest);
    }
  }

  private static void write(Path file, byte[] lines, boolean isUrgent) throws IOException {
    Set<StandardOpenOption> how =
        Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r-----"));
    try (FileChannel channel = FileChannel.open(file, how, mode)) {
      channel.position(channel.size());
      put(channel, isBroken(channel) ? new byte[] {END} : new byte[0]);
      put(channel, lines);
      if (isUrgent) {
        channel.force(false);
      }
    }
  }

  /** A power cut, or a full disk, left half a line. */
  private static boolean isBroken(FileChannel channel) throws IOException {
    ByteBuffer last = ByteBuffer.allocate(1);
    return channel.size() > 0 && channel.read(last, channel.size() - 1) == 1 && last.get(0) != END;
  }

  private static void put(FileChannel channel, byte[] bytes) throws IOException {
    ByteBuffer rest = ByteBuffer.wrap(bytes);
    while (rest.hasRemaining()) {
      channel.write(rest);
    }
  }
}
