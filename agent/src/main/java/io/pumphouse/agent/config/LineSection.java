package io.pumphouse.agent.config;

import io.pumphouse.hal.line.Rs485;
import io.pumphouse.hal.line.UsbName;
import io.pumphouse.hal.line.Wiring;
import io.pumphouse.hal.line.Wiring.Parity;
import io.pumphouse.hal.map.Wire;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** {@code line:} how a pump is wired to this machine. */
final class LineSection {
  static final String EXAMPLE = "{tcp: \"192.0.2.10:502\", unit: 1}";

  private static final Kind<Endpoint> TCP = Endpoint.withDefaultPort(502);
  private static final Kind<Endpoint> HTTP = Urls.ofServer("http://192.0.2.12");
  private static final Kind<Endpoint> RTU_OVER_TCP = Endpoint.withPort(4001);

  private static final Pattern DEVICE = Pattern.compile("/\\P{Cntrl}+");
  static final Kind<String> SERIAL =
      new Kind<>(
          "the full path of a serial port, such as /dev/ttyUSB0 or, better, its name under"
              + " /dev/serial/by-id or by-path, or its adapter as usb:0403:6001",
          text -> UsbName.of(text).map(UsbName::toString).or(() -> device(text)));

  private static final Kind<Integer> BAUD = Numbers.between(300, 4_000_000, 9600);
  private static final Kind<Parity> PARITY = Choice.of(List.of(Parity.values()), LineSection::word);
  private static final Kind<Integer> STOP_BITS = Choice.of(List.of(1, 2), String::valueOf);
  private static final List<String> SERIAL_ONLY =
      List.of("baud", "parity", "stop-bits", Rs485Section.KEY);

  /** One wire for each key; what is spoken on a serial port is the model's business. */
  private static final List<Wire> PLUGS =
      List.of(Wire.TCP, Wire.RTU, Wire.RTU_OVER_TCP, Wire.HUSDATA_H66);

  private static final Kind<Integer> TCP_UNIT = Numbers.between(0, 247, 1);

  /** On a bus unit 0 means everybody, and then nobody answers. */
  private static final Kind<Integer> BUS_UNIT = Numbers.between(1, 247, 1);

  private static final Kind<Duration> ANSWER_WITHIN = Durations.between("50ms", "1m", "2s");

  private final LineHabit habit;
  private final Neighbours neighbours;

  /**
   * A reader of lines.
   *
   * @param habit what holds where the line does not say
   * @param neighbours the pumps further up, with which this one may share a line
   */
  LineSection(LineHabit habit, Neighbours neighbours) {
    this.habit = habit;
    this.neighbours = neighbours;
  }

  private static Optional<String> device(String text) {
    return Optional.of(text)
        .filter(DEVICE.asMatchPredicate())
        .map(path -> Path.of(path).normalize().toString());
  }

  Optional<LineConfig> read(Section line) {
    Optional<Wire> wire = wire(line);
    Optional<Wiring> wiring = wire.flatMap(which -> wiring(which, line));
    int unit = unit(wire.equals(Optional.of(Wire.TCP)) ? TCP_UNIT : BUS_UNIT, line);
    Duration answerWithin = line.optional("answer-within", ANSWER_WITHIN, habit.answerWithin());
    Optional<LineConfig> config =
        wiring.map(wired -> new LineConfig(wired, unit, habit.hasUnits(), answerWithin));
    config.filter(_ -> line.isSound()).ifPresent(sound -> neighbours.claim(sound, line));
    return config;
  }

  private int unit(Kind<Integer> kind, Section line) {
    if (habit.hasUnits()) {
      return line.optional("unit", kind, 1);
    }
    if (line.has("unit")) {
      line.refuse(
          "unit",
          "a unit id on a line that has none",
          "nothing; delete it, the pump has its line alone");
    }
    return 1;
  }

  /** The key that a wire goes by in the configuration. */
  static String key(Wire wire) {
    return switch (wire) {
      case TCP -> "tcp";
      case RTU, REGO, HUSDATA_H1 -> "serial";
      case RTU_OVER_TCP -> "rtu-over-tcp";
      case HUSDATA_H66 -> "http";
    };
  }

  /** The word for a parity in the configuration. */
  static String word(Parity parity) {
    return parity.name().toLowerCase(Locale.ROOT);
  }

  private static Optional<Wire> wire(Section line) {
    List<Wire> named = PLUGS.stream().filter(wire -> line.has(key(wire))).toList();
    if (named.size() == 1) {
      return Optional.of(named.getFirst());
    }
    SERIAL_ONLY.forEach(line::has);
    line.refuseAll(
        named.isEmpty() ? "no wire" : "more than one wire",
        "one of tcp, serial, rtu-over-tcp or http, such as " + EXAMPLE);
    return Optional.empty();
  }

  private Optional<Wiring> wiring(Wire wire, Section line) {
    return switch (wire) {
      case TCP -> tcp(line);
      case RTU, REGO, HUSDATA_H1 -> serial(line);
      case RTU_OVER_TCP -> rtuOverTcp(line);
      case HUSDATA_H66 -> http(line);
    };
  }

  private static Optional<Wiring> tcp(Section line) {
    refuseSerialSettings(line);
    return line.required("tcp", TCP).map(to -> new Wiring.Tcp(to.host(), to.port()));
  }

  private static Optional<Wiring> rtuOverTcp(Section line) {
    refuseSerialSettings(line);
    return line.required("rtu-over-tcp", RTU_OVER_TCP)
        .map(to -> new Wiring.RtuOverTcp(to.host(), to.port()));
  }

  private static Optional<Wiring> http(Section line) {
    refuseSerialSettings(line);
    return line.required("http", HTTP).map(to -> new Wiring.Http(to.host(), to.port()));
  }

  private static void refuseSerialSettings(Section line) {
    SERIAL_ONLY.stream()
        .filter(line::has)
        .forEach(
            key ->
                line.refuse(
                    key,
                    "a serial setting on a TCP line",
                    "nothing; delete it, a serial server keeps its own"));
  }

  private Optional<Wiring> serial(Section line) {
    int baud = setting(line, "baud", BAUD, habit.serial().baud(), String::valueOf);
    Parity parity = setting(line, "parity", PARITY, habit.serial().parity(), LineSection::word);
    int stopBits =
        setting(line, "stop-bits", STOP_BITS, habit.serial().stopBits(), String::valueOf);
    Rs485 rs485 = rs485(line);
    return line.required("serial", SERIAL)
        .map(path -> new Wiring.Serial(path, baud, parity, stopBits, rs485));
  }

  /** Only Modbus goes over a bus whose two wires carry both directions. */
  private Rs485 rs485(Section line) {
    if (!habit.hasUnits() && line.has(Rs485Section.KEY)) {
      line.refuse(
          Rs485Section.KEY, "a setting of a bus", "nothing; delete it, this pump has no RS-485");
      return new Rs485.AsFound();
    }
    return Rs485Section.of(line);
  }

  /** A Rego and an H1 have one setting each, and would only be silent at any other. */
  private <T> T setting(Section line, String key, Kind<T> kind, T usual, Function<T, String> word) {
    T value = line.optional(key, kind, usual);
    if (!habit.hasUnits() && !value.equals(usual)) {
      line.refuse(
          key,
          "\"" + word.apply(value) + "\"",
          word.apply(usual) + "; delete it, this pump's port has no other");
    }
    return value;
  }
}
