package io.pumphouse.web.sample;

import io.pumphouse.web.model.Medium;
import io.pumphouse.web.model.StoredBackup;
import io.pumphouse.web.model.StoredBackup.Inside;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Media with backups in every state. */
public final class Sticks {
  private static final Instant NOW = Villa.time().wall();
  private static final String OURS = "11111111-2222-4333-8444-555555555555";
  private static final String THEIRS = "99999999-2222-4333-8444-555555555555";
  private static final long GIB = 1L << 30;

  private Sticks() {}

  /** Puts them in the place of what was there. */
  public static void fill(FakeMedia media) {
    media.put(List.of(stick(), away()));
  }

  /** A stick that is nearly full of the backups of {@code own-data}. */
  static Medium stick() {
    List<StoredBackup> backups = new ArrayList<>();
    for (int days = 0; days < 14; days++) {
      backups.add(backup("own-data", days, days == 3 ? "ledger.db reads back differently" : ""));
    }
    backups.add(2, foreign());
    return new Medium(
        "own-data",
        "/media/stick/pumphouse",
        List.of("own-data"),
        true,
        true,
        "",
        "",
        15 * GIB,
        4 * GIB,
        backups);
  }

  /** A stick with one backup. */
  public static Medium only() {
    Medium all = stick();
    return new Medium(
        all.id(),
        all.folder(),
        all.jobs(),
        true,
        true,
        "",
        "",
        100,
        40,
        all.backups().subList(0, 1));
  }

  private static Medium away() {
    return new Medium(
        "cellar",
        "/media/cellar/pumphouse",
        List.of("cellar"),
        false,
        false,
        "/media/cellar/pumphouse is on the disk this machine runs from",
        "plug in and mount the medium; or set same-disk: yes if this is meant",
        0,
        0,
        List.of());
  }

  /** One medium with one backup that a hand of any kind has named and dated. */
  public static Medium hostile(String evil) {
    StoredBackup backup =
        new StoredBackup(
            "own-data.pumphouse-" + evil,
            "own-data",
            evil,
            false,
            Instant.EPOCH,
            Instant.EPOCH,
            Long.MAX_VALUE,
            evil,
            new Inside(evil, Instant.EPOCH, Long.MAX_VALUE, new TreeMap<>(Map.of(evil, 1L)), -1));
    return new Medium(
        "own-data",
        "/media/" + evil,
        List.of("own-data"),
        true,
        true,
        evil,
        evil,
        100,
        1,
        List.of(backup));
  }

  /** A folder on the disk of the system, with one backup. */
  public static Medium nightly() {
    Instant taken = Instant.parse("2026-01-10T02:30:00Z");
    StoredBackup backup =
        new StoredBackup(
            "nightly.pumphouse-1",
            "nightly",
            "nightly",
            true,
            taken,
            taken,
            5,
            "",
            inside(OURS, taken, 40));
    List<String> jobs = List.of("nightly");
    return new Medium(
        "nightly", "/media/stick", jobs, true, false, "", "", 100, 40, List.of(backup));
  }

  private static StoredBackup backup(String medium, int days, String trouble) {
    Instant taken = NOW.minus(Duration.ofDays(days)).minus(Duration.ofHours(7));
    return new StoredBackup(
        medium + ".pumphouse-" + days,
        medium,
        medium,
        true,
        taken,
        days == 1 ? NOW.minus(Duration.ofHours(2)) : taken,
        180_000_000L - days * 2_000_000L,
        trouble,
        inside(OURS, taken.minusSeconds(30), 4 * GIB + days * 200_000_000L));
  }

  private static StoredBackup foreign() {
    Instant taken = NOW.minus(Duration.ofDays(2));
    return new StoredBackup(
        "own-data.pumphouse-foreign",
        "own-data",
        "nightly",
        false,
        taken,
        taken,
        9_000_000,
        "",
        inside(THEIRS, taken, -1));
  }

  private static Inside inside(String agent, Instant newest, long free) {
    Map<String, Long> versions = Map.of("readings.db", 7L, "ledger.db", 9L);
    return new Inside(agent, newest, 1_234_567, new TreeMap<>(versions), free);
  }
}
