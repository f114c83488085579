package io.pumphouse.web.page;

import io.pumphouse.web.model.Alarms;
import io.pumphouse.web.model.LiveReading;
import io.pumphouse.web.model.LiveReadings;
import io.pumphouse.web.model.PumpStatus;
import java.util.List;
import java.util.Set;

/** What the first page shows now. Thread-safe. */
final class Overviews {
  /** What an owner of several pumps wants to see of each, when it is there. */
  private static final Set<String> FIRST_ASKED =
      Set.of(
          "compressor_on",
          "priority",
          "reversing_valve",
          "outdoor_temp",
          "room_temp",
          "supply_temp",
          "return_temp",
          "hot_water_top",
          "hot_water_control",
          "add_heat_power",
          "compressor_power");

  private final LiveReadings live;
  private final Alarms alarms;

  Overviews(LiveReadings live, Alarms alarms) {
    this.live = live;
    this.alarms = alarms;
  }

  /**
   * What is known now.
   *
   * @param pump the pump to show in full; if there is none of that name, all are shown
   */
  Overview now(Tongue tongue, String pump) {
    List<PumpStatus> pumps = live.pumps();
    List<PumpStatus> wanted = pumps.stream().filter(each -> each.id().name().equals(pump)).toList();
    List<PumpStatus> shown = wanted.isEmpty() ? pumps : wanted;
    boolean isBrief = shown.size() > 1;
    return new Overview(
        shown.stream().map(each -> section(tongue, each, isBrief)).toList(), isBrief);
  }

  private Section section(Tongue tongue, PumpStatus pump, boolean isBrief) {
    List<LiveReading> readings =
        live.readings(pump.id()).stream()
            .filter(reading -> !isBrief || FIRST_ASKED.contains(reading.name()))
            .toList();
    return Section.of(tongue, pump, alarms.active(pump.id()), readings);
  }
}
