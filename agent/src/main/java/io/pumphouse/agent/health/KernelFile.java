package io.pumphouse.agent.health;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Small files of the kernel, which may not be there on another machine. Pure but for reading. */
final class KernelFile {
  private KernelFile() {}

  static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException _) {
      return List.of(); // not on this machine, or not for us: whoever asks says "not told"
    }
  }

  static Optional<String> line(Path file) {
    return lines(file).stream().findFirst().map(String::strip);
  }

  static OptionalLong number(Path file) {
    return line(file).map(text -> number(text, 10)).orElse(OptionalLong.empty());
  }

  /** A number in a base; empty if it is none. */
  static OptionalLong number(String text, int base) {
    try {
      return OptionalLong.of(Long.parseLong(text.strip(), base));
    } catch (NumberFormatException _) {
      return OptionalLong.empty();
    }
  }

  /** The number behind a name in lines such as {@code MemTotal: 926532 kB}. */
  static OptionalLong field(Path file, String name) {
    return lines(file).stream()
        .map(line -> line.strip().split("[:\\s]+"))
        .filter(words -> words.length > 1 && words[0].equals(name))
        .findFirst()
        .map(words -> number(words[1], 10))
        .orElse(OptionalLong.empty());
  }
}
