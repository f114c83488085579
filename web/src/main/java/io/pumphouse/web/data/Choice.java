package io.pumphouse.web.data;

import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.web.model.LiveReading;
import io.pumphouse.web.model.LiveReadings;
import io.pumphouse.web.page.Tongue;
import java.util.Comparator;
import java.util.List;

/**
 * One register to choose. Public because compiled templates live in a package of their own.
 *
 * @param name its public name
 * @param label what a person calls it
 */
public record Choice(String name, String label) {
  /** Those of a pump that are stored, by their label. */
  static List<Choice> of(Tongue tongue, LiveReadings live, PumpId pump) {
    return live.readings(pump).stream()
        .map(reading -> new Choice(reading.name(), label(tongue, reading)))
        .sorted(Comparator.comparing(Choice::label, String.CASE_INSENSITIVE_ORDER))
        .toList();
  }

  private static String label(Tongue tongue, LiveReading reading) {
    return tongue.sayOr("metric." + reading.name(), reading.label());
  }
}
