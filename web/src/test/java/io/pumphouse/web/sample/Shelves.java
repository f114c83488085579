package io.pumphouse.web.sample;

import io.pumphouse.web.model.BackupFate;
import io.pumphouse.web.model.FateReason;
import io.pumphouse.web.model.FateReason.Rule;
import io.pumphouse.web.model.RetentionPreview;
import io.pumphouse.web.model.StoredBackup;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** What lies where snapshots go: one a day, and two that are not to be touched. */
final class Shelves {
  private static final Instant NEWEST = Instant.parse("2026-02-03T02:30:00Z");
  private static final int DAYS = 7;

  private Shelves() {}

  /** Those of {@code stick} cannot be looked at. */
  static RetentionPreview foreseen(String job) {
    return job.equals("stick")
        ? new RetentionPreview.Unknown(
            "/media/stick is on the disk this machine runs from", "plug in and mount the medium")
        : foreseen(3);
  }

  /** Kept are so many of the newest, and the first of the month. */
  static RetentionPreview foreseen(int last) {
    List<BackupFate> fates = new ArrayList<>();
    for (int day = 0; day < DAYS; day++) {
      fates.add(fate(day, last));
    }
    fates.add(left(DAYS, Rule.FOREIGN));
    fates.add(left(DAYS + 1, Rule.UNSOUND));
    return new RetentionPreview.Foreseen(fates, NEWEST.plus(Duration.ofDays(1)), "");
  }

  private static BackupFate fate(int day, int last) {
    List<FateReason> reasons = new ArrayList<>();
    if (day + 2 <= last) {
      reasons.add(new FateReason(Rule.LAST, day + 2, last, ""));
    }
    if (day == 0) {
      reasons.add(new FateReason(Rule.WEEKLY, 1, 4, "2026 week 6"));
    }
    if (day == 3) {
      reasons.add(new FateReason(Rule.MONTHLY, 2, 12, "2026-01"));
    }
    return reasons.isEmpty()
        ? new BackupFate(backup(day), false, List.of(FateReason.of(Rule.NOTHING)))
        : new BackupFate(backup(day), true, reasons);
  }

  private static BackupFate left(int day, Rule rule) {
    return new BackupFate(backup(day), true, List.of(FateReason.of(rule)));
  }

  private static StoredBackup backup(int day) {
    Instant taken = NEWEST.minus(Duration.ofDays(day));
    String id = "own-data.pumphouse-" + day;
    var inside = new StoredBackup.Inside("", taken, 0, new TreeMap<>(), -1);
    return new StoredBackup(id, "own-data", "own-data", true, taken, taken, 71 << 20, "", inside);
  }
}
