package io.pumphouse.agent.publish.ship;

import io.pumphouse.hal.map.Lookup;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.map.RegisterMaps;
import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.MetricGroup;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.LastAnswer;
import io.pumphouse.web.model.LinkState;
import io.pumphouse.web.model.LiveReading;
import io.pumphouse.web.model.LiveReadings;
import io.pumphouse.web.model.PumpStatus;
import io.pumphouse.web.model.WriteOrder;
import io.pumphouse.web.model.WriteReport;
import io.pumphouse.web.model.Writes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A NIBE F1255 that says 1 in each of the registers that matter here. */
final class SampleHouse implements LiveReadings, Writes {
  private static final List<String> NAMES =
      List.of(
          "outdoor_temp",
          "compressor_on",
          "compressor_starts",
          "heat_curve",
          "room_setpoint",
          "register:47302",
          "register:40005");

  final List<WriteOrder> orders = new ArrayList<>();
  private final TimeSource time;
  private final RegisterMap map;

  SampleHouse(TimeSource time) {
    this.time = time;
    this.map =
        switch (new RegisterMaps().find("nibe-f1255")) {
          case Lookup.Found(RegisterMap found) -> found;
          case Lookup other -> throw new AssertionError(other.toString());
        };
  }

  RegisterMap map() {
    return map;
  }

  @Override
  public List<PumpStatus> pumps() {
    return List.of(
        new PumpStatus(
            Shelf.HOUSE,
            "nibe-f1255",
            "NIBE F1155 / F1255",
            "/dev/ttyUSB0",
            1,
            LinkState.UP,
            "",
            "",
            new LastAnswer.Never()));
  }

  @Override
  public Optional<PumpStatus> pump(PumpId pump) {
    return pumps().stream().filter(it -> it.id().equals(pump)).findFirst();
  }

  @Override
  public List<LiveReading> readings(PumpId pump) {
    return NAMES.stream().map(this::live).toList();
  }

  private LiveReading live(String name) {
    Register register = map.named(name).orElseThrow();
    return new LiveReading(
        name,
        register.label(),
        map.metricOf(register.id()).map(Metric::group).orElse(MetricGroup.OTHER),
        register,
        new Reading(register.id(), time.now(), 1),
        "",
        Duration.ZERO,
        Duration.ofSeconds(5));
  }

  @Override
  public Subscription subscribe(Listener listener) {
    return () -> {};
  }

  @Override
  public WriteReport write(WriteOrder order) {
    orders.add(order);
    return new WriteReport(
        order, WriteReport.Outcome.DONE, order.name(), "1", order.value(), "it took it", "");
  }

  @Override
  public List<String> offered(PumpId pump) {
    return List.of("register:47302", "room_setpoint");
  }

  @Override
  public WriteReport resetAlarm(PumpId pump, String who, String why) {
    throw new AssertionError("alarm_reset is not offered here");
  }
}
