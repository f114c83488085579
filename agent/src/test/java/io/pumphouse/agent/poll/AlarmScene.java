package io.pumphouse.agent.poll;

import io.pumphouse.hal.line.FakeTime;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.pump.AlarmLog;
import io.pumphouse.hal.pump.HeatPump;
import io.pumphouse.hal.pump.Link;
import io.pumphouse.hal.pump.PlannedRead;
import io.pumphouse.hal.pump.Written;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Sample;
import io.pumphouse.web.model.ActiveAlarm;
import io.pumphouse.web.model.AlarmReport;
import io.pumphouse.web.model.PastAlarm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One pump of a shipped model, what it says, and what is told of it. Confined to one thread. */
final class AlarmScene implements AlarmMemory {
  static final PumpId HOUSE = new PumpId("house");
  static final Fault SILENCE = new Fault.NoAnswer(Duration.ofSeconds(1));

  final FakeTime time = new FakeTime();
  final List<String> told = new ArrayList<>();
  final Assignment assignment;
  final AlarmBoard board;
  private final Set<RegisterId> concerned;
  private final Map<RegisterId, Long> said = new HashMap<>();

  AlarmScene(String model) {
    RegisterMap map = Shipped.map(model);
    this.assignment = Assignment.of(HOUSE, new Mute(map), Duration.ofSeconds(5), Map.of());
    this.concerned = new AlarmSigns(map).all();
    concerned.forEach(register -> said.put(register, 0L));
    this.board = new AlarmBoard(List.of(assignment), this, time);
  }

  RegisterId id(Metric metric) {
    return assignment.pump().map().find(metric).orElseThrow().id();
  }

  AlarmScene says(Metric metric, long raw) {
    return says(id(metric).name(), raw);
  }

  AlarmScene says(String register, long raw) {
    said.put(new RegisterId(register), raw);
    return polled(new AlarmLog.Unread());
  }

  AlarmScene fails(String register) {
    said.remove(new RegisterId(register));
    return polled(new AlarmLog.Unread());
  }

  AlarmScene saysWithLog(Metric metric, long raw, AlarmLog log) {
    said.put(id(metric), raw);
    return polled(log);
  }

  /** All registers, in two requests. */
  private AlarmScene polled(AlarmLog log) {
    time.advance(Duration.ofSeconds(5));
    List<Sample> samples = concerned.stream().map(this::sample).toList();
    hears(new AlarmLog.Unread(), samples.subList(0, samples.size() / 2));
    hears(log, samples.subList(samples.size() / 2, samples.size()));
    return this;
  }

  private Sample sample(RegisterId id) {
    return said.containsKey(id)
        ? new Reading(id, time.now(), said.get(id))
        : new Invalid(id, time.now(), SILENCE);
  }

  void hears(AlarmLog log, List<Sample> samples) {
    board.offer(new Batch(HOUSE, new Link.Up(), Duration.ZERO, samples, false, log));
  }

  AlarmReport report() {
    return board.alarms(HOUSE).orElseThrow();
  }

  /** Since when the only active alarm is. */
  ActiveAlarm.Since since() {
    return report().active().getFirst().since();
  }

  List<String> active() {
    return report().active().stream().map(ActiveAlarm::words).toList();
  }

  @Override
  public void appeared(PumpId pump, ActiveAlarm alarm) {
    told.add("on " + alarm.words());
  }

  @Override
  public void cleared(PumpId pump, ActiveAlarm alarm) {
    told.add("off " + alarm.words());
  }

  @Override
  public void endedUnseen(PumpId pump, ActiveAlarm alarm) {
    told.add("ended " + alarm.words());
  }

  @Override
  public List<PastAlarm> past(PumpId pump) {
    return List.of();
  }

  /** A pump that has a map and is never asked. */
  private record Mute(RegisterMap map) implements HeatPump {
    @Override
    public List<PlannedRead> plan(Collection<RegisterId> registers) {
      return List.of();
    }

    @Override
    public List<Sample> read(Collection<RegisterId> registers) {
      return List.of();
    }

    @Override
    public Written write(RegisterId register, long raw) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Link link() {
      return new Link.Untried();
    }
  }
}
