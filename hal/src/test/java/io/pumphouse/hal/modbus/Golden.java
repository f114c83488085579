package io.pumphouse.hal.modbus;

import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.modbus.Question.Identify;
import io.pumphouse.hal.modbus.Question.Read;
import io.pumphouse.hal.modbus.Question.WriteMany;
import io.pumphouse.hal.modbus.Question.WriteOne;
import io.pumphouse.hal.reading.Space;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Frames that others wrote, each file with its origin on the first line, and what they mean.
 *
 * @param name the file is {@code rtu-<name>-question.hex} and so on
 * @param values what the answer says
 */
record Golden(String name, Question question, List<Integer> values) {
  /** The worked examples of the Modbus application protocol, all asked of unit 11h. */
  static Stream<Golden> all() {
    return Stream.of(
        new Golden("read-coils", new Read(Space.COIL, 0x13, 19), bits("1011001111010110101")),
        new Golden(
            "read-discrete", new Read(Space.DISCRETE, 0xC4, 22), bits("0011010111011011101011")),
        new Golden("read-holding", new Read(Space.HOLDING, 0x6B, 3), List.of(0x022B, 0, 0x64)),
        new Golden("read-input", new Read(Space.INPUT, 8, 1), List.of(10)),
        new Golden("write-coil", new WriteOne(Space.COIL, 0xAC, 1), List.of(1)),
        new Golden("write-register", new WriteOne(Space.HOLDING, 1, 3), List.of(3)),
        new Golden(
            "write-coils", new WriteMany(Space.COIL, 0x13, bits("1011001110")), bits("1011001110")),
        new Golden(
            "write-registers",
            new WriteMany(Space.HOLDING, 1, List.of(10, 0x0102)),
            List.of(10, 0x0102)),
        new Golden("identify", new Identify(0), nameplate()));
  }

  /** Conformity 83h, nothing follows, three texts: NIBE AB, MODBUS 40, 10. */
  private static List<Integer> nameplate() {
    Frame said =
        Frame.hex(
            "83 00 00 03 00 07 4E 49 42 45 20 41 42 01 09 4D 4F 44 42 55 53 20 34 30 02 02 31 30");
    return IntStream.range(0, said.length()).map(said::at).boxed().toList();
  }

  static final int UNIT = 0x11;

  /** The transaction number in all TCP frames. */
  static final int TRANSACTION = 0x0011;

  private static List<Integer> bits(String firstToLast) {
    return firstToLast.chars().map(bit -> bit - '0').boxed().toList();
  }

  Frame question(Framing framing) {
    return frame(prefix(framing) + name + "-question");
  }

  Frame answer(Framing framing) {
    return frame(prefix(framing) + name + "-answer");
  }

  private static String prefix(Framing framing) {
    return switch (framing) {
      case RTU -> "rtu-";
      case TCP -> "tcp-";
    };
  }

  static Frame frame(String name) {
    String path = "/frames/" + name + ".hex";
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
