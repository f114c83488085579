package io.pumphouse.web.page;

import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.web.model.Alarms;
import io.pumphouse.web.model.Events;
import io.pumphouse.web.model.Happening;
import io.pumphouse.web.model.PastAlarm;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * What happened, newest first, with times as the site's clocks showed them. Public because compiled
 * templates live in a package of their own.
 *
 * @param over alarms that are over
 * @param events everything else, and when alarms came and went
 */
public record Logbook(List<Over> over, List<Line> events) {
  private static final int MOST = 100;

  public Logbook {
    over = List.copyOf(over);
    events = List.copyOf(events);
  }

  /**
   * An alarm that is over.
   *
   * @param words code and the maker's text, in English
   * @param isSinceSeen whether the agent saw it come
   * @param isUntilSeen whether the agent saw it end
   */
  public record Over(
      String pump,
      String severity,
      String words,
      String since,
      boolean isSinceSeen,
      String until,
      boolean isUntilSeen,
      String lasted) {}

  /**
   * One event.
   *
   * @param kind which sort, in words
   * @param text what more there is to say; may be empty
   * @param lang the language of the text
   */
  public record Line(String at, String pump, String kind, String text, String lang) {}

  static Logbook of(
      Tongue tongue, Frames frames, List<PumpId> pumps, Alarms alarms, Events events) {
    List<Over> over =
        pumps.stream()
            .flatMap(pump -> alarms.past(pump).stream().map(past -> new OfPump(pump, past)))
            .sorted(Comparator.comparing((OfPump told) -> told.past().until()).reversed())
            .map(told -> over(tongue, frames, told))
            .toList();
    List<Line> lines =
        pumps.stream()
            .flatMap(pump -> events.events(pump, MOST).stream())
            .sorted(Comparator.comparing(Happening::at).reversed())
            .limit(MOST)
            .map(event -> line(tongue, frames, event))
            .toList();
    return new Logbook(over, lines);
  }

  private record OfPump(PumpId pump, PastAlarm past) {}

  private static Over over(Tongue tongue, Frames frames, OfPump told) {
    PastAlarm past = told.past();
    return new Over(
        told.pump().name(),
        past.alarm().severity().word(),
        past.words(),
        frames.moment(tongue, past.since()),
        past.isSinceSeen(),
        frames.moment(tongue, past.until()),
        past.isUntilSeen(),
        Age.exact(Duration.between(past.since(), past.until())));
  }

  static Line line(Tongue tongue, Frames frames, Happening event) {
    String kind = tongue.sayOr("event." + event.kind(), event.kind());
    String at = frames.moment(tongue, event.at());
    Told told = Told.of(tongue, event.kind(), event.text());
    return new Line(at, event.pump(), kind, beyond(kind, told.words()), told.lang());
  }

  /** What a text says that its kind does not say already. */
  static String beyond(String kind, String text) {
    if (kind.endsWith(text)) {
      return "";
    }
    return text.startsWith(kind + " ") ? text.substring(kind.length()).strip() : text;
  }
}
