package io.pumphouse.web.analysis;

import io.pumphouse.web.model.DaySum;
import io.pumphouse.web.model.Reckoned.Known;
import io.pumphouse.web.model.Summary;
import io.pumphouse.web.page.Tongue;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * One calendar day in a table; a dash is what is not known. Public because compiled templates live
 * in a package of their own.
 */
public record Day(
    String date, String electricity, String heat, String cop, String cost, String quality) {

  /** Newest first. */
  static List<Day> of(Tongue tongue, Summary summary, Price price) {
    return summary.days().stream().map(day -> of(tongue, day, price)).toList().reversed();
  }

  private static Day of(Tongue tongue, DaySum day, Price price) {
    return new Day(
        DateTimeFormatter.ofPattern("EEE d MMM yyyy", tongue.locale()).format(day.date()),
        KeyFigure.orDash(tongue, day.electricity(), 1),
        KeyFigure.orDash(tongue, day.heat(), 1),
        KeyFigure.orDash(tongue, day.cop(), 2),
        KeyFigure.orDash(tongue, price.cost(day.electricity(), day.cost()), 2),
        KeyFigure.percent(tongue, new Known(day.quality())));
  }
}
