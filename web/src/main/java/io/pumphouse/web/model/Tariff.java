package io.pumphouse.web.model;

import java.time.LocalTime;
import java.util.List;

/**
 * What electricity costs at the site. Immutable.
 *
 * @param currency as people write it: {@code SEK}; may be empty
 * @param rates in the order of the day, the last one holds past midnight until the first; none if
 *     the price is not known
 */
public record Tariff(String currency, List<Rate> rates) {
  /** Nobody has told. */
  public static final Tariff UNKNOWN = new Tariff("", List.of());

  public Tariff {
    rates = List.copyOf(rates);
  }

  /**
   * A price and when in the day it begins to hold.
   *
   * @param from local time
   * @param perKilowattHour in the currency; below zero happens
   */
  public record Rate(LocalTime from, double perKilowattHour) {}

  /** Whether a price is known. */
  public boolean isKnown() {
    return !rates.isEmpty();
  }

  /** The price at this local time; ask only if it is known. */
  public double at(LocalTime time) {
    Rate holding = rates.getLast();
    for (Rate rate : rates) {
      if (!rate.from().isAfter(time)) {
        holding = rate;
      }
    }
    return holding.perKilowattHour();
  }
}
