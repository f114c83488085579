package io.pumphouse.web.model;

import java.time.Instant;
import java.util.List;

/** What the next good run of a job would delete; looking changes nothing. Immutable. */
public sealed interface RetentionPreview {
  /**
   * What would become of each backup where the job writes to, newest first. The one that the run
   * itself would make is counted and not among them.
   *
   * @param run when that run begins: the next by the job's timing, or now
   * @param held why a run would delete nothing all the same; empty if it would
   */
  record Foreseen(List<BackupFate> fates, Instant run, String held) implements RetentionPreview {
    public Foreseen {
      fates = List.copyOf(fates);
    }
  }

  /** It cannot be told. */
  record Unknown(String cause, String next) implements RetentionPreview {}
}
