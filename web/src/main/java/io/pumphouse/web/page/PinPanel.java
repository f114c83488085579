package io.pumphouse.web.page;

import io.pumphouse.web.model.Health;
import java.util.List;

/**
 * What hangs on the pins of this machine, as a page shows it. Public because compiled templates
 * live in a package of their own.
 *
 * @param board whether the board can be used, and if not, why
 * @param rows one per pin
 * @param told what the pump is told by its SG Ready inputs, where they are wired
 * @param meters what the pulse meter says, where there is one
 * @param key what the form carries to prove where it comes from; empty for whoever may not order
 */
public record PinPanel(
    Health.Check board,
    List<PinRow> rows,
    List<SgPanel> told,
    List<MeterPanel> meters,
    String key) {
  public PinPanel {
    rows = List.copyOf(rows);
    told = List.copyOf(told);
    meters = List.copyOf(meters);
  }

  /** Whether anything hangs there. */
  public boolean isAny() {
    return !rows.isEmpty();
  }

  /** Whether whoever looks may tell the pump something, and there are inputs to do it by. */
  public boolean mayOrder() {
    return !key.isEmpty() && !told.isEmpty();
  }

  /** Whether somebody with an account of a technician could. */
  public boolean mayOthersOrder() {
    return key.isEmpty() && !told.isEmpty();
  }
}
