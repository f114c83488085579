package io.pumphouse.web.page;

import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.Unit;
import io.pumphouse.web.model.LiveReading;
import java.time.Duration;

/**
 * One reading on the page. Public because compiled templates live in a package of their own.
 *
 * @param name the reading's public name
 * @param label what a person calls it
 * @param shown the value in words
 * @param value the exact number for machines; empty unless there is a value
 * @param isSwitch whether it is on or off rather than a number
 * @param age how old it is
 * @param staleAfter from which age on it is stale
 */
public record Card(
    String name,
    String label,
    Shown shown,
    String value,
    boolean isSwitch,
    Duration age,
    Duration staleAfter) {

  static Card of(LiveReading reading) {
    return new Card(
        reading.name(),
        reading.label(),
        Shown.of(reading),
        reading.sample() instanceof Reading value
            ? reading.register().decimal(value.raw()).toPlainString()
            : "",
        reading.register().unit() == Unit.ON_OFF,
        reading.age(),
        reading.staleAfter());
  }

  public boolean isStale() {
    return age.compareTo(staleAfter) > 0;
  }

  public String ageInWords() {
    return Age.coarse(age);
  }
}
