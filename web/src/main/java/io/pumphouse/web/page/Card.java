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
 * @param wording the value in words
 * @param value the exact number for machines; empty unless there is a value
 * @param meaning what the number stands for, in English; empty if it speaks for itself
 * @param unit what stands beside the number; may be empty
 * @param places how many decimal places the number has
 * @param isSwitch whether it is on or off rather than a number
 * @param age how old it is
 * @param ageInWords the same in words
 * @param staleAfter from which age on it is stale
 */
public record Card(
    String name,
    String label,
    Wording wording,
    String value,
    String meaning,
    String unit,
    int places,
    boolean isSwitch,
    Duration age,
    String ageInWords,
    Duration staleAfter) {

  static Card of(Tongue tongue, LiveReading reading) {
    return new Card(
        reading.name(),
        tongue.sayOr("metric." + reading.name(), reading.label()),
        Wording.of(tongue, reading.register(), reading.sample(), reading.meaning()),
        reading.sample() instanceof Reading value
            ? reading.register().decimal(value.raw()).toPlainString()
            : "",
        reading.meaning(),
        Wording.unit(reading.register()),
        reading.register().places(),
        reading.register().unit() == Unit.ON_OFF,
        reading.age(),
        Age.coarse(tongue, reading.age()),
        reading.staleAfter());
  }

  /** To the tenth of a second: more digits tell nobody anything, and cannot be packed. */
  public long ageMillis() {
    return age.toMillis() / 100 * 100;
  }

  public boolean isStale() {
    return age.compareTo(staleAfter) > 0;
  }

  /** Whether there is a value that may still be believed. */
  public boolean isFresh() {
    return wording.state().equals("value") && !isStale();
  }

  /** Whether it is a word rather than a number, which needs another size. */
  public boolean isWord() {
    return isSwitch || !meaning.isEmpty();
  }
}
