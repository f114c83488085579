package io.pumphouse.agent.store;

import io.pumphouse.agent.store.pack.Hearer;
import io.pumphouse.agent.store.pack.Point;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Missing;
import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.RegisterId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/** Makes samples again of what it hears of some registers. Confined to one thread. */
final class Gathering implements Hearer {
  private final IntPredicate wanted;
  private final IntFunction<RegisterId> registers;
  private final List<Point> points = new ArrayList<>();

  /**
   * @param wanted the series that are wanted; the others pass unheard
   * @param registers which register each of them is
   */
  Gathering(IntPredicate wanted, IntFunction<RegisterId> registers) {
    this.wanted = wanted;
    this.registers = registers;
  }

  /** Series after series, as they were told. */
  List<Point> points() {
    return points;
  }

  @Override
  public boolean wants(int series) {
    return wanted.test(series);
  }

  @Override
  public void value(int series, long wall, long mono, long raw) {
    points.add(new Point(series, new Reading(registers.apply(series), at(wall, mono), raw)));
  }

  @Override
  public void missing(int series, long wall, long mono) {
    points.add(new Point(series, new Missing(registers.apply(series), at(wall, mono))));
  }

  @Override
  public void invalid(int series, long wall, long mono, Fault fault) {
    points.add(new Point(series, new Invalid(registers.apply(series), at(wall, mono), fault)));
  }

  private static Moment at(long wall, long mono) {
    return new Moment(Instant.ofEpochMilli(wall), Duration.ofMillis(mono));
  }
}
