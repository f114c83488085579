package io.pumphouse.agent.insight;

import io.pumphouse.web.model.DaySum;
import io.pumphouse.web.model.Efficiency;
import io.pumphouse.web.model.Mode;
import io.pumphouse.web.model.Reckoned;
import io.pumphouse.web.model.Reckoned.Known;
import io.pumphouse.web.model.Reckoned.Unknown;
import io.pumphouse.web.model.Site;
import io.pumphouse.web.model.Span;
import io.pumphouse.web.model.Summary;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Adds up the sheets of a time, oldest first, and keeps only the sums. Confined to one thread. */
final class Books {
  private final Site site;
  private final Choice choice;
  private final Sums total = new Sums();
  private final NavigableMap<LocalDate, Sums> days = new TreeMap<>();
  private final Ratio all = new Ratio();
  private final Ratio running = new Ratio();
  private final Map<Mode, Ratio> modes = new EnumMap<>(Mode.class);
  private final Timesheet compressor = new Timesheet();
  private final Timesheet heater = new Timesheet();
  private final Timesheet idle = new Timesheet();
  private final Timesheet hotWater = new Timesheet();
  private final Starts starts = new Starts();
  private final Charges charges = new Charges();
  private Sums day = new Sums();
  private Instant dayEnds = Instant.MIN;
  private double standby;
  private double defrost;
  private double delivered;
  private double peak = Double.NaN;
  private double powered;
  private double poweredSeconds;
  private Duration resolution = Duration.ZERO;

  Books(Site site, Choice choice) {
    this.site = site;
    this.choice = choice;
  }

  void add(Sheet sheet) {
    if (sheet.piece.step().compareTo(resolution) > 0) {
      resolution = sheet.piece.step();
    }
    starts.add(sheet.piece);
    charges.add(sheet);
    for (int i = 0; i < sheet.steps(); i++) {
      sums(sheet, i);
      efficiency(sheet, i);
      times(sheet, i);
      power(sheet, i);
    }
  }

  private void sums(Sheet sheet, int i) {
    Instant at = sheet.piece.at(i);
    double price = site.tariff().isKnown() ? price(at) : Double.NaN;
    boolean isCooling = sheet.modes[i] == Mode.COOLING;
    total.add(sheet, i, price, isCooling);
    day(at).add(sheet, i, price, isCooling);
    double heat = sheet.heat.energy(i);
    if (!Double.isNaN(heat) && !isCooling) {
      delivered += Math.max(heat, 0);
      defrost += Math.max(-heat, 0);
    }
    if (sheet.electricity.isKnown(i) && !sheet.isRunning(i)) {
      standby += sheet.electricity.energy(i);
    }
  }

  private double price(Instant at) {
    return site.tariff().at(LocalTime.ofInstant(at, site.zone()));
  }

  /** The sums of a day; the calendar is asked once a day and not once a minute. */
  private Sums day(Instant at) {
    if (!at.isBefore(dayEnds)) {
      LocalDate date = LocalDate.ofInstant(at, site.zone());
      dayEnds = date.plusDays(1).atStartOfDay(site.zone()).toInstant();
      day = days.computeIfAbsent(date, _ -> new Sums());
    }
    return day;
  }

  private void efficiency(Sheet sheet, int i) {
    if (!sheet.isWhole(i)) {
      return;
    }
    double out = sheet.heat.energy(i);
    boolean isCooling = sheet.modes[i] == Mode.COOLING;
    if (!isCooling) {
      all.add(sheet, i, out, sheet.ideal(i));
    }
    if (sheet.isRunning(i)) {
      if (!isCooling) {
        running.add(sheet, i, out, sheet.ideal(i));
      }
      if (sheet.isOfOneMode(i)) {
        modes
            .computeIfAbsent(sheet.modes[i], _ -> new Ratio())
            .add(
                sheet,
                i,
                isCooling ? Math.max(-out, 0) : out,
                isCooling ? Double.NaN : sheet.ideal(i));
      }
    }
  }

  private void times(Sheet sheet, int i) {
    double seconds = sheet.seconds(i);
    double ran = sheet.compressor(i);
    double heated = sheet.heater(i);
    compressor.add(seconds, ran);
    heater.add(seconds, heated);
    // Where nothing tells of an additional heater, there is only the compressor to be idle.
    idle.add(seconds, 1 - (Double.isNaN(heated) ? ran : Math.max(ran, heated)));
    Mode mode = sheet.piece.isFine() ? sheet.modes[i] : Mode.UNKNOWN;
    hotWater.add(seconds, mode == Mode.UNKNOWN ? Double.NaN : mode == Mode.HOT_WATER ? ran : 0);
  }

  private void power(Sheet sheet, int i) {
    double watts = sheet.watts(i);
    if (!Double.isNaN(watts)) {
      peak = Double.isNaN(peak) ? watts : Math.max(peak, watts);
      powered += watts * sheet.seconds(i);
      poweredSeconds += sheet.seconds(i);
    }
  }

  Summary summary(Span span) {
    String why = why();
    return new Summary(
        span,
        resolution,
        total.electricity(choice.electricity()),
        total.heat(choice.heat()),
        all.efficiency(why),
        running.efficiency(why),
        byMode(why),
        total.knows(standby, choice.electricity()),
        total.knowsHeat(defrost, choice.heat()),
        delivered > 0 ? new Known(defrost / delivered) : new Unknown(noHeat()),
        total.cost(site.tariff(), choice.electricity()),
        poweredSeconds > 0 ? new Known(powered / poweredSeconds) : new Unknown(noPower()),
        peak(),
        compressor.runTime("the pump does not tell the state of its compressor"),
        heater.runTime("the pump does not tell the power of its additional heater"),
        idle.runTime("the pump does not tell the state of its compressor"),
        hotWater.runTime(
            resolution.compareTo(Duration.ofMinutes(1)) > 0
                ? Piece.COARSE
                : "the pump does not tell what it works on"),
        starts.count(),
        starts.perHour(),
        charges.cycles(),
        daySums());
  }

  private Map<Mode, Efficiency> byMode(String why) {
    Map<Mode, Efficiency> found = new EnumMap<>(Mode.class);
    modes.forEach((mode, ratio) -> found.put(mode, ratio.efficiency(why)));
    return found;
  }

  /** Why there can be no COP; empty if there can. */
  private String why() {
    if (choice.electricity().isNone()) {
      return choice.electricity().words();
    }
    return choice.heat().isNone() ? choice.heat().words() : "";
  }

  private String noHeat() {
    return choice.heat().isNone() ? choice.heat().words() : "no heat in this time";
  }

  private String noPower() {
    return choice.power().isNone() ? choice.power().words() : "no value in this time";
  }

  /** Steps of a counter of whole kWh are spread over up to an hour, which hides every peak. */
  private Reckoned peak() {
    if (Double.isNaN(peak)) {
      return new Unknown(noPower());
    }
    return choice.power().isLive()
        ? new Known(peak)
        : new Unknown("a counter alone does not show peaks");
  }

  private List<DaySum> daySums() {
    if (days.size() > Summary.MOST_DAYS) {
      return List.of();
    }
    return days.entrySet().stream()
        .map(day -> day.getValue().day(day.getKey(), choice, site.tariff(), why()))
        .toList();
  }
}
