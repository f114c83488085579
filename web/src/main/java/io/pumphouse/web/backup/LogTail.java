package io.pumphouse.web.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * The end of a run log. Public because compiled templates live in a package of their own.
 *
 * @param lines the last ones, oldest first
 * @param first the place in the file where they begin, by which each line is told from later ones
 * @param isWhole whether the log has no others
 * @param trouble why it cannot be read, in English; empty if it can
 */
public record LogTail(List<String> lines, long first, boolean isWhole, String trouble) {
  static final int MOST_LINES = 500;
  static final int MOST_BYTES = 64 << 10;

  static final LogTail NONE = new LogTail(List.of(), 0, true, "");

  public LogTail {
    lines = List.copyOf(lines);
  }

  /** Reads no more of the file than is shown. */
  static LogTail of(Path file) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long begin = Math.max(0, channel.size() - MOST_BYTES);
      ByteBuffer bytes = ByteBuffer.allocate(MOST_BYTES);
      while (bytes.hasRemaining() && channel.read(bytes, begin + bytes.position()) > 0) {
        // until the end of the file, or as much as is shown
      }
      return of(new String(bytes.array(), 0, bytes.position(), UTF_8), begin);
    } catch (IOException e) {
      return new LogTail(List.of(), 0, true, file.getFileName() + ": " + e);
    }
  }

  /** The first line is cut where the text does not begin with the file. */
  private static LogTail of(String text, long begin) {
    List<String> all = text.lines().toList();
    int cut = begin > 0 ? 1 : 0;
    int from = Math.max(cut, all.size() - MOST_LINES);
    List<String> lines = all.subList(Math.min(from, all.size()), all.size());
    return new LogTail(lines, begin, begin == 0 && from == 0, "");
  }
}
