package io.pumphouse.hal.modbus;

import io.pumphouse.hal.line.FakeTime;
import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.line.ScriptedLine;
import io.pumphouse.hal.line.ScriptedLine.Cue;
import io.pumphouse.hal.line.ScriptedLine.Says;
import io.pumphouse.hal.line.Wiring;
import io.pumphouse.hal.map.AddressRange;
import io.pumphouse.hal.map.Model;
import io.pumphouse.hal.map.Quirk;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.map.Wire;
import io.pumphouse.hal.map.WordOrder;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.Missing;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.RegisterType;
import io.pumphouse.hal.reading.Sample;
import io.pumphouse.hal.reading.Space;
import io.pumphouse.hal.reading.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** A small device in memory, and the maps and buses to read it by. Confined to one thread. */
final class Bench implements RegisterBank {
  static final Duration ANSWER_WITHIN = Duration.ofMillis(500);

  final FakeTime time = new FakeTime();
  final Map<Integer, Integer> words = new HashMap<>();
  final Set<Integer> absent = new HashSet<>();
  final List<Question> questions = new ArrayList<>();
  int absentCode = 2;
  boolean isDead;

  /** A bus to this device as unit 1. */
  ModbusBus bus() {
    Wiring wiring = new Wiring.Serial("/dev/ttyUSB0", 9600, Wiring.Parity.NONE, 1);
    return bus(Timing.of(wiring, ANSWER_WITHIN, Duration.ZERO));
  }

  ModbusBus bus(Timing timing) {
    RtuListener slave = new RtuListener(1, new Clerk(this));
    return new ModbusBus(
        new ScriptedLine(time, sent -> reply(slave, sent)), Framing.RTU, timing, time);
  }

  /** A pump behind such a bus. */
  ModbusPump pump(RegisterMap map) {
    return new ModbusPump(bus(), 1, map);
  }

  private List<Cue> reply(RtuListener slave, Frame sent) {
    return !isDead && slave.heard(sent) instanceof Turn.Answering(Frame answer)
        ? List.of(new Says(Duration.ofMillis(20), answer))
        : List.of();
  }

  @Override
  public Answer read(Space space, int address, int count) {
    questions.add(new Question.Read(space, address, count));
    List<Integer> asked = IntStream.range(address, address + count).boxed().toList();
    return asked.stream().anyMatch(absent::contains)
        ? new Refusal(absentCode)
        : new Values(asked.stream().map(at -> words.getOrDefault(at, at)).toList());
  }

  @Override
  public Answer write(Space space, int address, List<Integer> values) {
    for (int i = 0; i < values.size(); i++) {
      words.put(address + i, values.get(i));
    }
    return new Values(values);
  }

  static Register register(Space space, int address, RegisterType type) {
    return new Register(
        id(space, address),
        space,
        address,
        type,
        BigDecimal.ONE,
        Unit.NONE,
        false,
        type.lowest(),
        type.highest(),
        type == RegisterType.S16 ? Set.of(-32768L) : Set.of(),
        "register " + address,
        "test");
  }

  static RegisterId id(Space space, int address) {
    return new RegisterId(space.word() + address);
  }

  static RegisterMap map(List<Register> registers, int mostRegisters, AddressRange... readable) {
    return map(registers, Set.of(), mostRegisters, readable);
  }

  static RegisterMap map(
      List<Register> registers, Set<Quirk> quirks, int mostRegisters, AddressRange... readable) {
    Model model =
        new Model(
            "bench",
            "Bench",
            Set.of(Wire.RTU),
            WordOrder.LOW_FIRST,
            mostRegisters,
            32,
            Duration.ZERO,
            ANSWER_WITHIN,
            List.of(readable),
            2,
            List.of(0),
            quirks,
            Map.of());
    return new RegisterMap(model, registers, new EnumMap<>(Metric.class));
  }

  /** U16 input registers at these consecutive addresses. */
  static List<Register> inputs(int first, int last) {
    return IntStream.rangeClosed(first, last)
        .mapToObj(address -> register(Space.INPUT, address, RegisterType.U16))
        .toList();
  }

  /** Their ids. */
  static List<RegisterId> ids(int first, int last) {
    return IntStream.rangeClosed(first, last).mapToObj(at -> id(Space.INPUT, at)).toList();
  }

  /** What samples say, each in a word. */
  static List<String> words(List<Sample> samples) {
    return samples.stream()
        .map(
            sample ->
                switch (sample) {
                  case Reading reading -> Long.toString(reading.raw());
                  case Missing _ -> "missing";
                  case Invalid invalid -> invalid.fault().code();
                })
        .toList();
  }
}
