package io.pumphouse.hal.husdata;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.line.FakeTime;
import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.line.Overheard;
import io.pumphouse.hal.line.ScriptedLine;
import io.pumphouse.hal.line.ScriptedLine.Cue;
import io.pumphouse.hal.line.ScriptedLine.Says;
import io.pumphouse.hal.line.Transaction;
import io.pumphouse.hal.line.Witness;
import io.pumphouse.hal.map.Model;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.map.Wire;
import io.pumphouse.hal.map.WordOrder;
import io.pumphouse.hal.modbus.RegisterBank;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.RegisterType;
import io.pumphouse.hal.reading.Sample;
import io.pumphouse.hal.reading.Space;
import io.pumphouse.hal.reading.Unit;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** A pump behind a gateway in memory, and what goes wrong on the way. Confined to one thread. */
final class Bench implements RegisterBank, Witness {
  static final RegisterId OUTDOOR = new RegisterId("0007");
  static final RegisterId INDOOR = new RegisterId("0008");
  static final RegisterId HEATING = new RegisterId("0107");
  static final RegisterId ROOM = new RegisterId("0203");
  static final RegisterId BLOCK = new RegisterId("1233");
  static final RegisterId COMPRESSOR = new RegisterId("1A01");
  static final RegisterId HOURS = new RegisterId("6C55");
  static final List<RegisterId> ALL = List.of(OUTDOOR, INDOOR, HEATING, ROOM, COMPRESSOR, HOURS);

  private static final List<Register> ROWS =
      List.of(
          temperature(OUTDOOR, "Outdoor", false),
          temperature(INDOOR, "Indoor", false),
          temperature(HEATING, "Heating setpoint", false),
          temperature(ROOM, "Room setpoint", true),
          row(BLOCK, RegisterType.U16, "1", Unit.ON_OFF, true, "External control", 0, 1),
          row(COMPRESSOR, RegisterType.U16, "1", Unit.ON_OFF, false, "Compressor", 0, 1),
          row(HOURS, RegisterType.U16, "1", Unit.HOUR, false, "Hours (heating)", 0, 60_000));

  static final RegisterMap MAP = map(Duration.ofSeconds(1), Duration.ofSeconds(2));

  /** The same in a hurry, for real ports. */
  static final RegisterMap QUICK = map(Duration.ZERO, Duration.ofMillis(500));

  final FakeTime time = new FakeTime();

  /** What the pump says, as the gateway's sixteen bits; what is not in it is not told. */
  final Map<Integer, Integer> words = new TreeMap<>();

  final List<Transaction> seen = new ArrayList<>();
  final List<Frame> overheard = new ArrayList<>();
  final Teller gateway = new Teller(MAP, this);
  final ScriptedLine line = new ScriptedLine(time, this::reply);
  final H1Pump pump = new H1Pump(line, MAP, time, this);

  /** What happens to an answer on its way. */
  Function<Frame, Frame> damage = Function.identity();

  /** Whether the pump takes what is written. */
  boolean isStubborn;

  Bench() {
    words.put(0x0007, -38 & 0xFFFF);
    words.put(0x0008, -483 & 0xFFFF);
    words.put(0x0107, 440);
    words.put(0x0203, 200);
    words.put(0x1A01, 1);
    words.put(0x6C55, 33_595);
  }

  /** A gateway that has its labels on already. */
  static Bench labelled() {
    Bench bench = new Bench();
    bench.gateway.heard(Spelling.LABELS);
    return bench;
  }

  /** As at the port: twenty bytes at a time, every ten milliseconds. */
  private List<Cue> reply(Frame sent) {
    Frame answer = damage.apply(gateway.heard(sent));
    List<Cue> cues = new ArrayList<>();
    for (int at = 0; at < answer.length(); at += 20) {
      Duration after = Duration.ofMillis(50 + at / 2);
      cues.add(new Says(after, answer.slice(at, Math.min(at + 20, answer.length()))));
    }
    return cues;
  }

  @Override
  public Answer read(Space space, int address, int count) {
    return words.containsKey(address) ? new Values(List.of(words.get(address))) : new Refusal(2);
  }

  @Override
  public Answer write(Space space, int address, List<Integer> values) {
    if (!isStubborn) {
      words.put(address, values.getFirst());
    }
    return new Values(values);
  }

  @Override
  public void saw(Transaction transaction) {
    seen.add(transaction);
  }

  @Override
  public void overheard(Overheard stray) {
    overheard.add(stray.bytes());
  }

  private static Register temperature(RegisterId id, String label, boolean isWritable) {
    return row(id, RegisterType.S16, "0.1", Unit.CELSIUS, isWritable, label, -600, 1500);
  }

  private static Register row(
      RegisterId id,
      RegisterType type,
      String scale,
      Unit unit,
      boolean isWritable,
      String label,
      long lowest,
      long highest) {
    return new Register(
        id,
        Space.GATEWAY,
        Integer.parseInt(id.name(), 16),
        type,
        new BigDecimal(scale),
        unit,
        isWritable,
        lowest,
        highest,
        type == RegisterType.S16 ? Set.of(-483L, -490L, 32_758L) : Set.of(),
        label,
        "test");
  }

  private static RegisterMap map(Duration pause, Duration answerWithin) {
    Model model =
        new Model(
            "husdata-h1-test",
            "Husdata H1, test",
            Set.of(Wire.HUSDATA_H1),
            WordOrder.LOW_FIRST,
            1,
            1,
            pause,
            answerWithin,
            List.of(),
            2,
            List.of(0),
            Set.of(),
            Map.of());
    return new RegisterMap(model, ROWS, new EnumMap<>(Metric.class));
  }

  /** What a read of this one register gives. */
  Sample only(RegisterId id) {
    return pump.read(List.of(id)).getFirst();
  }

  static Frame bytes(String text) {
    return Frame.of(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Why there is no value. */
  static Fault fault(Sample sample) {
    assertThat(sample).isInstanceOf(Invalid.class);
    return ((Invalid) sample).fault();
  }
}
