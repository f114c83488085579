package io.pumphouse.agent.store;

import io.pumphouse.agent.store.pack.Hearer;
import io.pumphouse.hal.reading.Fault;
import java.util.Map;

/**
 * Passes on what it hears under other numbers.
 *
 * @param numbers new by old; series that have none pass unheard
 */
record Renumbered(Hearer next, Map<Integer, Integer> numbers) implements Hearer {
  @Override
  public boolean wants(int series) {
    return numbers.containsKey(series);
  }

  @Override
  public void value(int series, long wall, long mono, long raw) {
    next.value(number(series), wall, mono, raw);
  }

  @Override
  public void missing(int series, long wall, long mono) {
    next.missing(number(series), wall, mono);
  }

  @Override
  public void invalid(int series, long wall, long mono, Fault fault) {
    next.invalid(number(series), wall, mono, fault);
  }

  private int number(int series) {
    return numbers.getOrDefault(series, 0);
  }
}
