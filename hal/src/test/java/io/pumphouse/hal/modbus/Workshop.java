package io.pumphouse.hal.modbus;

import io.pumphouse.hal.line.FakeTime;
import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.line.ScriptedLine;
import io.pumphouse.hal.line.ScriptedLine.Cue;
import io.pumphouse.hal.line.ScriptedLine.Says;
import io.pumphouse.hal.line.Wiring;
import io.pumphouse.hal.map.Model;
import io.pumphouse.hal.map.Quirk;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.map.Wire;
import io.pumphouse.hal.map.WordOrder;
import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.RegisterType;
import io.pumphouse.hal.reading.Space;
import io.pumphouse.hal.reading.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** A device that can be written to, and what happens to the answers. Confined to one thread. */
final class Workshop {
  static final RegisterId SETPOINT = new RegisterId("setpoint");
  static final RegisterId WIDE = new RegisterId("wide");
  static final RegisterId SWITCH = new RegisterId("switch");
  static final RegisterId RESET = new RegisterId("reset");
  static final RegisterId SENSOR = new RegisterId("sensor");
  static final Duration SOON = Duration.ofMillis(20);

  final FakeTime time = new FakeTime();
  final Map<Integer, Integer> words = new HashMap<>();
  private final RegisterBank bank = new Cellar();
  private final RtuListener slave = new RtuListener(1, new Clerk(bank));
  UnaryOperator<List<Cue>> fate = cues -> cues;
  boolean isDeaf;
  int refusesWith;
  final ScriptedLine line = new ScriptedLine(time, sent -> fate.apply(answer(sent)));

  private List<Cue> answer(Frame sent) {
    return slave.heard(sent) instanceof Turn.Answering(Frame answer)
        ? List.of(new Says(SOON, answer))
        : List.of();
  }

  /** Registers that keep what is written, unless told to take no notice or to refuse. */
  private final class Cellar implements RegisterBank {
    @Override
    public Answer read(Space space, int address, int count) {
      return new Values(
          IntStream.range(address, address + count)
              .mapToObj(at -> words.getOrDefault(at, 0))
              .toList());
    }

    @Override
    public Answer write(Space space, int address, List<Integer> values) {
      if (refusesWith > 0) {
        return new Refusal(refusesWith);
      }
      for (int i = 0; i < values.size() && !isDeaf; i++) {
        words.put(address + i, values.get(i));
      }
      return new Values(values);
    }
  }

  ModbusPump pump(WordOrder order, Quirk... quirks) {
    Model model =
        new Model(
            "bench",
            "Bench",
            Set.of(Wire.RTU),
            order,
            20,
            20,
            Duration.ZERO,
            Duration.ofMillis(500),
            List.of(),
            2,
            List.of(0),
            Set.of(quirks),
            Map.of());
    List<Register> rows =
        List.of(
            row(SETPOINT, Space.HOLDING, 10, RegisterType.S16, true),
            row(WIDE, Space.HOLDING, 20, RegisterType.S32, true),
            row(SWITCH, Space.COIL, 30, RegisterType.BIT, true),
            row(RESET, Space.HOLDING, 40, RegisterType.U8, true),
            row(SENSOR, Space.INPUT, 50, RegisterType.S16, false));
    RegisterMap map = new RegisterMap(model, rows, Map.of(Metric.ALARM_RESET, RESET));
    Wiring wiring = new Wiring.Serial("/dev/ttyUSB0", 9600, Wiring.Parity.NONE, 1);
    Timing timing = Timing.of(wiring, Duration.ofMillis(500), Duration.ZERO);
    return new ModbusPump(new ModbusBus(line, Framing.RTU, timing, time), 1, map);
  }

  private static Register row(
      RegisterId id, Space space, int address, RegisterType type, boolean isWritable) {
    return new Register(
        id,
        space,
        address,
        type,
        BigDecimal.ONE,
        Unit.NONE,
        isWritable,
        type.lowest(),
        type.highest(),
        Set.of(),
        id.name(),
        "test");
  }

  /** Everything after the unit, as it went out, without the checksum. */
  List<String> sent() {
    return line.sent().stream()
        .map(frame -> frame.slice(1, frame.length() - 2).toString())
        .toList();
  }

  long writesSent() {
    return line.sent().stream().filter(frame -> frame.at(1) > 4).count();
  }
}
