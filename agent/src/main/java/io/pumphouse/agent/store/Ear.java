package io.pumphouse.agent.store;

import io.pumphouse.agent.store.pack.Hearer;
import io.pumphouse.agent.store.roll.Holding;
import io.pumphouse.hal.reading.Fault;
import java.util.function.IntPredicate;

/**
 * Hears a block out for how long its values hold.
 *
 * @param boot whose times since boot they are
 * @param wanted the series that count; the others pass unheard
 */
record Ear(Holding holding, String boot, IntPredicate wanted) implements Hearer {
  @Override
  public boolean wants(int series) {
    return wanted.test(series);
  }

  @Override
  public void value(int series, long wall, long mono, long raw) {
    holding.value(series, boot, wall, mono, raw);
  }

  @Override
  public void missing(int series, long wall, long mono) {
    holding.nothing(series, boot, wall, mono);
  }

  @Override
  public void invalid(int series, long wall, long mono, Fault fault) {
    missing(series, wall, mono);
  }
}
