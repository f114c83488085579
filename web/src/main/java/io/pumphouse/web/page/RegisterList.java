package io.pumphouse.web.page;

import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.web.model.RegisterStatus;
import io.pumphouse.web.model.Registers;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * One page of the registers that were asked for. Public because compiled templates live in a
 * package of their own.
 *
 * @param filter what was asked for
 * @param rows those on this page
 * @param found how many there are on all pages
 */
public record RegisterList(RegisterFilter filter, List<RegisterRow> rows, int found) {
  private static final int ROWS = 30;

  public RegisterList {
    rows = List.copyOf(rows);
  }

  /** Only the rows of the page are put into words; the others are counted. */
  static RegisterList of(Tongue tongue, Frames frames, Registers registers, RegisterFilter filter) {
    List<RegisterRow> rows = new ArrayList<>();
    int found = 0;
    Iterator<RegisterStatus> all =
        registers.registers(new PumpId(filter.pump())).filter(filter::accepts).iterator();
    while (all.hasNext()) {
      RegisterStatus status = all.next();
      if (found / ROWS == filter.page() - 1) {
        rows.add(RegisterRow.of(tongue, frames, status));
      }
      found++;
    }
    return new RegisterList(filter, rows, found);
  }

  public int pages() {
    return Math.max(1, (found + ROWS - 1) / ROWS);
  }
}
