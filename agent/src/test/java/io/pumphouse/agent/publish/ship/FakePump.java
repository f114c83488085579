package io.pumphouse.agent.publish.ship;

import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.MetricGroup;
import io.pumphouse.hal.reading.Missing;
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

/** A pump that says its outdoor temperature, and takes a room setpoint. */
final class FakePump implements LiveReadings, Writes {
  static final String SETPOINT = "room_setpoint";

  final List<WriteOrder> orders = new ArrayList<>();
  private final TimeSource time;
  private long outdoorRaw = -34;
  private boolean isOutdoorFitted = true;
  private Duration age = Duration.ZERO;

  FakePump(TimeSource time) {
    this.time = time;
  }

  void outdoor(long raw) {
    outdoorRaw = raw;
  }

  /** Its outdoor sensor is gone. */
  void loseOutdoor() {
    isOutdoorFitted = false;
  }

  /** How old what it says is. */
  void age(Duration since) {
    age = since;
  }

  @Override
  public List<PumpStatus> pumps() {
    return List.of(
        new PumpStatus(
            Shelf.HOUSE,
            "nibe-s1255",
            "NIBE S1155 / S1255",
            "192.0.2.10:502",
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
    return List.of(
        live("outdoor_temp", Metric.OUTDOOR_TEMP, MetricGroup.HEATING, outdoorRaw),
        live(SETPOINT, Metric.ROOM_SETPOINT, MetricGroup.SETTING, 210));
  }

  private LiveReading live(String name, Metric metric, MetricGroup group, long raw) {
    Register register = InfluxServersTest.map().find(metric).orElseThrow();
    return new LiveReading(
        name,
        register.label(),
        group,
        register,
        isOutdoorFitted || metric != Metric.OUTDOOR_TEMP
            ? new Reading(register.id(), time.now(), raw)
            : new Missing(register.id(), time.now()),
        "",
        age,
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
        order, WriteReport.Outcome.DONE, order.name(), "21 °C", order.value(), "it took it", "");
  }

  @Override
  public List<String> offered(PumpId pump) {
    return List.of("alarm_reset", SETPOINT);
  }

  @Override
  public WriteReport resetAlarm(PumpId pump, String who, String why) {
    return write(new WriteOrder(pump, "alarm_reset", "1", who, why));
  }
}
