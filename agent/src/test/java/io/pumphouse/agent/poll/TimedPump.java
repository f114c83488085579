package io.pumphouse.agent.poll;

import io.pumphouse.hal.line.FakeTime;
import io.pumphouse.hal.map.Model;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.map.Wire;
import io.pumphouse.hal.map.WordOrder;
import io.pumphouse.hal.pump.HeatPump;
import io.pumphouse.hal.pump.Link;
import io.pumphouse.hal.pump.PlannedRead;
import io.pumphouse.hal.pump.Written;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Invalid;
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
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A pump whose requests take time on a {@link FakeTime}, one for so many registers at once, and
 * that may be dead or refuse some of them. Notes when each register was asked. Confined to one
 * thread.
 */
final class TimedPump implements HeatPump {
  static final Duration TIMEOUT = Duration.ofSeconds(2);

  private final FakeTime time;
  private final int perRequest;
  private final List<Register> rows;
  final List<Ask> asks = new ArrayList<>();
  final Set<RegisterId> refused = new HashSet<>();
  int exception = 2;
  final Set<RegisterId> alone = new HashSet<>();
  Duration takes = Duration.ofMillis(100);
  Duration reckoned = takes;
  boolean isDead;
  String firmware = "";
  private Link link = new Link.Untried();

  /** When a request was made, since boot, and for what. */
  record Ask(Duration at, List<RegisterId> registers) {}

  TimedPump(FakeTime time, int registers, int perRequest) {
    this.time = time;
    this.perRequest = perRequest;
    this.rows = IntStream.range(0, registers).mapToObj(TimedPump::row).toList();
  }

  static RegisterId id(int number) {
    return new RegisterId("r" + number);
  }

  static Register row(int number) {
    return new Register(
        id(number),
        Space.INPUT,
        number,
        RegisterType.U16,
        BigDecimal.ONE,
        Unit.NONE,
        false,
        0,
        65535,
        Set.of(),
        "row " + number,
        "test");
  }

  /** Every request that asked for this register, in seconds since boot. */
  List<Double> asked(RegisterId register) {
    return asks.stream()
        .filter(ask -> ask.registers().contains(register))
        .map(ask -> ask.at().toNanos() / 1e9)
        .toList();
  }

  @Override
  public RegisterMap map() {
    Model model =
        new Model(
            "timed",
            "Timed pump",
            Set.of(Wire.RTU),
            WordOrder.LOW_FIRST,
            20,
            20,
            Duration.ZERO,
            TIMEOUT,
            List.of(),
            2,
            List.of(0),
            Set.of(),
            Map.of("test", "by hand"));
    return new RegisterMap(model, rows, Map.of());
  }

  @Override
  public String firmware() {
    return firmware;
  }

  @Override
  public List<PlannedRead> plan(Collection<RegisterId> registers) {
    List<RegisterId> together = registers.stream().filter(id -> !alone.contains(id)).toList();
    List<PlannedRead> reads = new ArrayList<>();
    for (int from = 0; from < together.size(); from += perRequest) {
      int end = Math.min(from + perRequest, together.size());
      reads.add(new PlannedRead(together.subList(from, end), "input", reckoned));
    }
    registers.stream()
        .filter(alone::contains)
        .forEach(id -> reads.add(new PlannedRead(List.of(id), "input", reckoned)));
    return reads;
  }

  @Override
  public void leaveAlone(RegisterId register) {
    alone.add(register);
  }

  @Override
  public List<Sample> read(Collection<RegisterId> registers) {
    asks.add(new Ask(Duration.ofNanos(time.nanos()), List.copyOf(registers)));
    time.advance(isDead ? TIMEOUT : takes);
    link = isDead ? new Link.Silent("no answer", "look at the cable") : new Link.Up();
    return registers.stream().map(this::sample).toList();
  }

  private Sample sample(RegisterId id) {
    if (isDead) {
      return new Invalid(id, time.now(), new Fault.NoAnswer(TIMEOUT));
    }
    return refused.contains(id)
        ? new Invalid(id, time.now(), new Fault.Refused(exception))
        : new Reading(id, time.now(), 1);
  }

  @Override
  public Written write(RegisterId register, long raw) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Link link() {
    return link;
  }
}
