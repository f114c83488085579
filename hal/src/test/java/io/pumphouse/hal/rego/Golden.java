package io.pumphouse.hal.rego;

import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.reading.Space;
import io.pumphouse.hal.rego.Question.Entry;
import io.pumphouse.hal.rego.Question.Logged;
import io.pumphouse.hal.rego.Question.Read;
import io.pumphouse.hal.rego.Question.Version;
import io.pumphouse.hal.rego.Question.Write;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Frames that others wrote, each file with its origin on the first line, and what they mean.
 *
 * @param name the files are {@code rego-<name>-question.hex} and {@code rego-<name>-answer.hex}
 * @param says what the answer says
 */
record Golden<A>(String name, Question<A> question, A says) {
  static final RegoError ELECTRIC_CASSETTE =
      new RegoError(11, LocalDateTime.of(2025, 1, 28, 5, 11, 52));

  static Stream<Golden<?>> all() {
    return Stream.concat(
        numbers(),
        Stream.of(
            new Golden<>("version", new Version(), 600),
            new Golden<>("heat-curve", new Write(Space.SYSTEM, 0x0000, 27), 27),
            new Golden<>("last-error", new Logged(Entry.LAST), List.of(ELECTRIC_CASSETTE))));
  }

  static Stream<Golden<Integer>> numbers() {
    return Stream.of(
        new Golden<>("gt1", new Read(Space.SYSTEM, 0x0209), 293),
        new Golden<>("outdoor", new Read(Space.SYSTEM, 0x020A), 0xFFFF & -38),
        new Golden<>("compressor", new Read(Space.SYSTEM, 0x01FE), 1),
        new Golden<>("hours", new Read(Space.SYSTEM, 0x0048), 33595));
  }

  Frame asked() {
    return frame(name + "-question");
  }

  Frame answered() {
    return frame(name + "-answer");
  }

  static Frame frame(String name) {
    String path = "/frames/rego-" + name + ".hex";
    try (InputStream file = Objects.requireNonNull(Golden.class.getResourceAsStream(path), path)) {
      List<String> lines = new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      return Frame.hex(lines.get(1));
    } catch (IOException unreadable) {
      throw new IllegalStateException(path, unreadable);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
