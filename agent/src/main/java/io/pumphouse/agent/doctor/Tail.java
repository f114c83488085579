package io.pumphouse.agent.doctor;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The end of a file, where the news are. Stateless. */
final class Tail {
  /** Characters enough for a day of a chatty log, and few enough for a small heap. */
  static final int MOST = 256 * 1024;

  private Tail() {}

  /** The last of the file; nothing if it is not there or not ours to read. */
  static String of(Path file) {
    if (file.toFile().length() == 0) {
      return ofKernel(file);
    }
    try (RandomAccessFile opened = new RandomAccessFile(file.toFile(), "r")) {
      long skipped = Math.max(0, opened.length() - MOST);
      opened.seek(skipped);
      byte[] bytes = new byte[Math.toIntExact(opened.length() - skipped)];
      opened.readFully(bytes);
      return (skipped == 0 ? "" : "[" + skipped + " bytes before]\n")
          + new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException _) {
      return ""; // a person sees that it is missing
    }
  }

  /** Files of the kernel tell no length, and are small. */
  private static String ofKernel(Path file) {
    try {
      return Files.isRegularFile(file) ? Files.readString(file) : "";
    } catch (IOException _) {
      return "";
    }
  }
}
