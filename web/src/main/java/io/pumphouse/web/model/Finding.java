package io.pumphouse.web.model;

import io.pumphouse.hal.reading.Unit;
import java.util.List;
import java.util.Locale;

/**
 * Something in the history that an owner or a technician should look at. Immutable.
 *
 * @param kind which rule found it; public, never changes: {@code short-cycling}
 * @param words what was seen and what it may mean
 * @param next what to do about it
 * @param when the time it was seen in
 * @param evidence the numbers behind it
 * @param threshold beyond what it is a finding
 * @param source who says so
 * @param confidence how sure it is
 */
public record Finding(
    String kind,
    String words,
    String next,
    Span when,
    List<Evidence> evidence,
    String threshold,
    String source,
    Confidence confidence) {
  public Finding {
    evidence = List.copyOf(evidence);
  }

  /** How sure a finding is. */
  public enum Confidence {
    LOW,
    MEDIUM,
    HIGH;

    /** The word in the API. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One number.
   *
   * @param name what it is, in words
   * @param value the number, in {@code unit}
   * @param unit as {@code Unit.symbol()} writes it
   */
  public record Evidence(String name, double value, String unit) {
    /** Whether it counts things, which people write without a unit. */
    public boolean isCount() {
      return unit.equals(Unit.COUNT.symbol());
    }
  }
}
