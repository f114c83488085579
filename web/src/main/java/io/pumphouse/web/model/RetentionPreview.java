package io.pumphouse.web.model;

import java.util.List;

/** What the retention of a job would do now; looking changes nothing. Immutable. */
public sealed interface RetentionPreview {
  /**
   * What would become of each backup where the job writes to, newest first.
   *
   * @param held why a run would delete nothing all the same; empty if it would
   */
  record Foreseen(List<BackupFate> fates, String held) implements RetentionPreview {
    public Foreseen {
      fates = List.copyOf(fates);
    }
  }

  /** It cannot be told. */
  record Unknown(String cause, String next) implements RetentionPreview {}
}
