package io.pumphouse.agent.store;

import io.pumphouse.agent.sqlite.Session;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.RegisterId;
import java.util.HashMap;
import java.util.Map;

/**
 * The number of each series, given when first asked for. Read anew in each transaction, so that a
 * file begun anew never inherits the old one's numbers. Confined to one transaction.
 */
final class SeriesNumbers {
  private final Session session;
  private final Map<PumpId, Map<RegisterId, Integer>> numbers = new HashMap<>();

  SeriesNumbers(Session session) {
    this.session = session;
  }

  int of(PumpId pump, RegisterId register) {
    Integer known = of(pump).get(register);
    return known == null ? added(pump, register) : known;
  }

  private Map<RegisterId, Integer> of(PumpId pump) {
    return numbers.computeIfAbsent(pump, this::read);
  }

  private Map<RegisterId, Integer> read(PumpId pump) {
    Map<RegisterId, Integer> found = new HashMap<>();
    session.each(
        "SELECT register, id FROM series WHERE pump = ?",
        row -> found.put(new RegisterId(row.text(1)), (int) row.number(2)),
        pump.name());
    return found;
  }

  private int added(PumpId pump, RegisterId register) {
    session.run("INSERT INTO series (pump, register) VALUES (?, ?)", pump.name(), register.name());
    int number = (int) session.number("SELECT last_insert_rowid()");
    of(pump).put(register, number);
    return number;
  }
}
