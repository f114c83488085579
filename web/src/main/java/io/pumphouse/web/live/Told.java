package io.pumphouse.web.live;

import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Missing;
import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.Sample;
import io.pumphouse.web.model.ActiveAlarm;
import io.pumphouse.web.model.LinkState;
import io.pumphouse.web.model.LiveReading;
import io.pumphouse.web.model.PumpStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What clients were told last, so that only what changed is told again. Confined to one thread. */
final class Told {
  /**
   * By how much a client may take for older what was asked again and is as it was. A page says
   * "just now" for ten seconds, so it sees nothing of it, and names need not be told every second.
   */
  static final Duration LAG = Duration.ofSeconds(8);

  private final Map<PumpId, Page> pages = new HashMap<>();

  /** What is known of one pump. */
  private static final class Page {
    private final Map<String, LiveReading> readings = new HashMap<>();
    private Standing standing = new Standing(LinkState.UNTRIED, "", "", List.of());
    private List<ActiveAlarm> alarms = List.of();
  }

  /** All of a pump and its alarms that changes, apart from ages. */
  private record Standing(LinkState link, String cause, String next, List<String> alarms) {
    static Standing of(PumpStatus pump, List<ActiveAlarm> alarms) {
      return new Standing(
          pump.link(), pump.cause(), pump.next(), alarms.stream().map(ActiveAlarm::words).toList());
    }
  }

  private enum Change {
    FRESH,
    MOVED,
    AGAIN,
    NONE
  }

  /** Takes note of what a pump says now, as told; returns what in it is news. */
  News news(PumpStatus pump, List<ActiveAlarm> alarms, List<LiveReading> readings) {
    Page page = pages.computeIfAbsent(pump.id(), _ -> new Page());
    Standing standing = Standing.of(pump, alarms);
    boolean isOther = !standing.equals(page.standing);
    List<ActiveAlarm> appeared = isOther ? without(page.alarms, alarms) : List.of();
    List<ActiveAlarm> over = isOther ? without(alarms, page.alarms) : List.of();
    page.standing = standing;
    page.alarms = alarms;
    List<LiveReading> fresh = new ArrayList<>();
    List<LiveReading> moved = new ArrayList<>();
    List<LiveReading> again = new ArrayList<>();
    for (LiveReading reading : readings) {
      switch (change(page, reading)) {
        case FRESH -> fresh.add(reading);
        case MOVED -> moved.add(reading);
        case AGAIN -> again.add(reading);
        case NONE -> {
          continue;
        }
      }
      page.readings.put(reading.name(), reading);
    }
    return new News(pump, alarms, isOther, appeared, over, readings, fresh, moved, again);
  }

  /** Those of {@code all} that are not among the others, whatever their age. */
  private static List<ActiveAlarm> without(List<ActiveAlarm> others, List<ActiveAlarm> all) {
    List<String> words = others.stream().map(ActiveAlarm::words).toList();
    return all.stream().filter(alarm -> !words.contains(alarm.words())).toList();
  }

  private static Change change(Page page, LiveReading reading) {
    LiveReading before = page.readings.get(reading.name());
    return before == null || before.meaning().isEmpty() != reading.meaning().isEmpty()
        ? Change.FRESH
        : change(before.sample(), reading.sample());
  }

  private static Change change(Sample before, Sample now) {
    return switch (now) {
      case Reading(_, var at, long raw) when before instanceof Reading(_, var then, long was) ->
          raw == was ? again(then, at) : Change.MOVED;
      case Invalid(_, var at, var fault) when before instanceof Invalid(_, var then, var was) ->
          fault.equals(was) ? again(then, at) : Change.MOVED;
      case Missing(_, var at) when before instanceof Missing(_, var then) -> again(then, at);
      case Reading _, Invalid _, Missing _ -> Change.FRESH;
    };
  }

  private static Change again(Moment told, Moment asked) {
    return told.ageAt(asked).compareTo(LAG) < 0 ? Change.NONE : Change.AGAIN;
  }
}
