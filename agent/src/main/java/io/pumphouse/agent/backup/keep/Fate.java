package io.pumphouse.agent.backup.keep;

import io.pumphouse.agent.backup.medium.Deposit;
import io.pumphouse.web.model.FateReason;
import java.util.List;

/**
 * What becomes of a snapshot, and why. Immutable.
 *
 * @param reasons each that speaks for keeping it, or why it goes
 */
public record Fate(Deposit deposit, boolean isKept, List<FateReason> reasons) {
  public Fate {
    reasons = List.copyOf(reasons);
  }
}
