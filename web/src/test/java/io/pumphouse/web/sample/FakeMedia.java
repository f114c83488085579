package io.pumphouse.web.sample;

import io.pumphouse.web.model.BackupFate;
import io.pumphouse.web.model.Media;
import io.pumphouse.web.model.RetentionPreview;
import io.pumphouse.web.model.StoredBackup;
import java.time.Instant;
import java.util.List;

/** One medium with one backup of {@code nightly}. */
final class FakeMedia implements Media {
  private static final Instant TAKEN = Instant.parse("2026-01-10T02:30:00Z");
  private static final StoredBackup BACKUP =
      new StoredBackup("nightly.pumphouse-1", "nightly", "nightly", true, TAKEN, TAKEN, 5, "");

  @Override
  public RetentionPreview retentionPreview(String job) {
    return new RetentionPreview.Foreseen(
        List.of(new BackupFate(BACKUP, true, List.of("last 1 of 3"))), "");
  }
}
