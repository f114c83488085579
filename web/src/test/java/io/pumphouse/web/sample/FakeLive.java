package io.pumphouse.web.sample;

import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.web.model.LiveChange;
import io.pumphouse.web.model.LiveReading;
import io.pumphouse.web.model.LiveReadings;
import io.pumphouse.web.model.PumpStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Pumps that say what they are told to say. Thread-safe. */
public final class FakeLive implements LiveReadings {
  private final Map<PumpId, LiveChange> latest = new LinkedHashMap<>();
  private final List<Consumer<LiveChange>> listeners = new CopyOnWriteArrayList<>();

  /** Sets what a pump says, without telling anybody. */
  public synchronized FakeLive with(PumpStatus pump, LiveReading... readings) {
    latest.put(pump.id(), new LiveChange(pump, List.of(readings)));
    return this;
  }

  /** Sets what a pump says and tells the listeners, on this thread, as the poller does. */
  public void poll(PumpStatus pump, LiveReading... readings) {
    with(pump, readings);
    LiveChange change = new LiveChange(pump, List.of(readings));
    listeners.forEach(listener -> listener.accept(change));
  }

  public int listeners() {
    return listeners.size();
  }

  @Override
  public synchronized List<PumpStatus> pumps() {
    return latest.values().stream().map(LiveChange::pump).toList();
  }

  @Override
  public synchronized Optional<PumpStatus> pump(PumpId pump) {
    return Optional.ofNullable(latest.get(pump)).map(LiveChange::pump);
  }

  @Override
  public synchronized List<LiveReading> readings(PumpId pump) {
    return Optional.ofNullable(latest.get(pump)).map(LiveChange::readings).orElse(List.of());
  }

  @Override
  public Subscription subscribe(Consumer<LiveChange> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }
}
