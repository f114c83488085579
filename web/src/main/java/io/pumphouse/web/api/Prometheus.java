package io.pumphouse.web.api;

import io.javalin.http.Context;
import io.javalin.http.Header;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.web.model.ActiveAlarm;
import io.pumphouse.web.model.Alarms;
import io.pumphouse.web.model.Health;
import io.pumphouse.web.model.LastAnswer;
import io.pumphouse.web.model.LinkState;
import io.pumphouse.web.model.LiveReading;
import io.pumphouse.web.model.LiveReadings;
import io.pumphouse.web.model.PumpStatus;
import io.pumphouse.web.route.Need;
import io.pumphouse.web.route.RouteTable;

/**
 * What the pumps say now, for Prometheus to ask for: values that are fresh, in its base units, one
 * family for what can be compared. What is missing, invalid or stale is absent. Thread-safe.
 */
public final class Prometheus {
  private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final LiveReadings live;
  private final Alarms alarms;
  private final Health health;
  private final String version;

  /**
   * @param version of the agent
   */
  public Prometheus(LiveReadings live, Alarms alarms, Health health, String version) {
    this.live = live;
    this.alarms = alarms;
    this.health = health;
    this.version = version;
  }

  /**
   * Adds the address.
   *
   * @param isOpen whether it answers everybody
   */
  public void addTo(RouteTable routes, boolean isOpen) {
    routes.get(isOpen ? Need.PUBLIC : Need.READER, "/metrics", this::answer);
  }

  private void answer(Context context) {
    context.header(Header.CACHE_CONTROL, "no-store");
    context.contentType(TYPE).result(text());
  }

  String text() {
    Families all = new Families();
    all.add("agent", "The agent itself.", 1, "version", version);
    for (PumpStatus pump : live.pumps()) {
      add(all, pump);
    }
    for (Health.Check check : health.report().checks()) {
      all.add(
          "check",
          "Lines of the health board: 1 is well.",
          check.isWell() ? 1 : 0,
          "name",
          check.name());
    }
    return all.text();
  }

  private void add(Families all, PumpStatus pump) {
    String id = pump.id().name();
    all.add(
        "pump",
        "The pumps: 1 if it answers.",
        pump.link() == LinkState.UP ? 1 : 0,
        "pump",
        id,
        "model",
        pump.model());
    if (pump.lastAnswer() instanceof LastAnswer.At(var _, var age)) {
      all.add(
          "answer_age_seconds", "Since the pump last answered.", age.toMillis() / 1e3, "pump", id);
    }
    all.add(
        "alarms",
        "Alarms that are active, as far as is known.",
        alarms.active(pump.id()).stream().filter(ActiveAlarm::isFault).toList().size(),
        "pump",
        id);
    for (LiveReading reading : live.readings(pump.id())) {
      if (reading.sample() instanceof Reading value && !reading.isStale()) {
        Measure measure = Measure.of(reading.register().unit());
        all.add(
            measure.family(),
            measure.help(),
            reading.register().decimal(value.raw()).doubleValue() * measure.factor(),
            "pump",
            id,
            "metric",
            reading.name());
      }
    }
  }
}
