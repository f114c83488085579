package io.pumphouse.web.model;

import java.time.ZoneId;
import java.util.function.Supplier;

/**
 * The place the pumps stand in.
 *
 * @param name what its owner calls it
 * @param zone the calendar its days are counted by
 * @param prices what electricity costs there; asked each time
 */
public record Site(String name, ZoneId zone, Supplier<Tariff> prices) {
  /** A place where nobody told the price. */
  public Site(String name, ZoneId zone) {
    this(name, zone, Tariff.UNKNOWN);
  }

  /** A place where it never changes. */
  public Site(String name, ZoneId zone, Tariff tariff) {
    this(name, zone, new Fixed(tariff));
  }

  /** A price that never changes: two of the same are equal. */
  private record Fixed(Tariff get) implements Supplier<Tariff> {}

  /** What electricity costs there now. */
  public Tariff tariff() {
    return prices.get();
  }
}
