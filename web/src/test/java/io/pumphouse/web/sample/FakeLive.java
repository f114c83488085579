package io.pumphouse.web.sample;

import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.web.model.AlarmReport;
import io.pumphouse.web.model.Alarms;
import io.pumphouse.web.model.LiveReading;
import io.pumphouse.web.model.LiveReadings;
import io.pumphouse.web.model.PastAlarm;
import io.pumphouse.web.model.PumpStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Pumps that say what they are told to say. Thread-safe. */
public final class FakeLive implements LiveReadings, Alarms {
  private final Map<PumpId, Said> latest = new LinkedHashMap<>();
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();

  private final Map<PumpId, AlarmReport> reports = new ConcurrentHashMap<>();
  private final Map<PumpId, List<PastAlarm>> past = new ConcurrentHashMap<>();

  private record Said(PumpStatus pump, List<LiveReading> readings) {}

  /** Sets what a pump says, without telling anybody. */
  public synchronized FakeLive with(PumpStatus pump, LiveReading... readings) {
    latest.put(pump.id(), new Said(pump, List.of(readings)));
    return this;
  }

  /** Sets what a pump says and tells the listeners, on this thread, as the poller does. */
  public void poll(PumpStatus pump, LiveReading... readings) {
    with(pump, readings);
    listeners.forEach(listener -> listener.asked(pump.id(), true));
  }

  /** The same, in the middle of a round of several requests. */
  public void pollInPart(PumpStatus pump, LiveReading... readings) {
    with(pump, readings);
    listeners.forEach(listener -> listener.asked(pump.id(), false));
  }

  /** Sets which alarms a pump has, without telling anybody. */
  public FakeLive with(AlarmReport report) {
    reports.put(report.pump(), report);
    return this;
  }

  @Override
  public Optional<AlarmReport> alarms(PumpId pump) {
    return Optional.ofNullable(reports.get(pump));
  }

  /** Sets which alarms of a pump are over. */
  public FakeLive with(PumpId pump, PastAlarm... over) {
    past.put(pump, List.of(over));
    return this;
  }

  @Override
  public List<PastAlarm> past(PumpId pump) {
    return past.getOrDefault(pump, List.of());
  }

  public int listeners() {
    return listeners.size();
  }

  @Override
  public synchronized List<PumpStatus> pumps() {
    return latest.values().stream().map(Said::pump).toList();
  }

  @Override
  public synchronized Optional<PumpStatus> pump(PumpId pump) {
    return Optional.ofNullable(latest.get(pump)).map(Said::pump);
  }

  @Override
  public synchronized List<LiveReading> readings(PumpId pump) {
    return Optional.ofNullable(latest.get(pump)).map(Said::readings).orElse(List.of());
  }

  @Override
  public Subscription subscribe(Listener listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }
}
