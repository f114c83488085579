package io.pumphouse.web.model;

import java.time.ZoneId;

/**
 * The place the pumps stand in.
 *
 * @param name what its owner calls it
 * @param zone the calendar its days are counted by
 * @param tariff what electricity costs there
 */
public record Site(String name, ZoneId zone, Tariff tariff) {
  /** A place where nobody told the price. */
  public Site(String name, ZoneId zone) {
    this(name, zone, Tariff.UNKNOWN);
  }
}
