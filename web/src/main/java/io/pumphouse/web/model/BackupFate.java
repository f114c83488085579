package io.pumphouse.web.model;

import java.util.List;

/**
 * What the retention of a job would do with a backup. Immutable.
 *
 * @param reasons why it stays, one or more, or why it goes
 */
public record BackupFate(StoredBackup backup, boolean isKept, List<FateReason> reasons) {
  public BackupFate {
    reasons = List.copyOf(reasons);
  }
}
