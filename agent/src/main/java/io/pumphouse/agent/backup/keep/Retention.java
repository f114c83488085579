package io.pumphouse.agent.backup.keep;

import io.pumphouse.agent.backup.medium.Deposit;
import io.pumphouse.agent.backup.medium.Manifest;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Decides what of a folder a job keeps. The newest sound ones stay whatever their age; besides, of
 * each hour, day, week, month and year of the site's calendar that has a sound one, counted from
 * the newest, its newest stays. Empty stretches do not count. What is not a sound snapshot of this
 * job of this agent, or whose date cannot be believed, is left alone. Pure.
 */
public final class Retention {
  private final Policy policy;
  private final Manifest.Origin origin;
  private final ZoneId zone;
  private final Instant now;

  /**
   * For one job at one moment.
   *
   * @param origin this job of this agent
   * @param zone whose days and weeks count
   */
  public Retention(Policy policy, Manifest.Origin origin, ZoneId zone, Instant now) {
    this.policy = policy;
    this.origin = origin;
    this.zone = zone;
    this.now = now;
  }

  /**
   * What becomes of each, in the same order.
   *
   * @param deposits newest first
   */
  public List<Fate> of(List<Deposit> deposits) {
    List<Fate> fates = new ArrayList<>();
    Map<Period, Row> rows = new HashMap<>();
    int sound = 0;
    for (Deposit deposit : deposits) {
      List<String> alone = alone(deposit);
      if (!alone.isEmpty()) {
        fates.add(new Fate(deposit, true, alone));
      } else {
        sound++;
        fates.add(fate(deposit, sound, rows));
      }
    }
    return fates;
  }

  private List<String> alone(Deposit deposit) {
    if (!deposit.isOf(origin)) {
      return List.of("not of this job of this agent: left alone");
    }
    if (!deposit.isSound()) {
      return List.of("not sound: left alone, and counts for nothing");
    }
    if (!deposit.manifest().isDated()) {
      return List.of("taken while the clock was not known to be right: left alone");
    }
    return deposit.manifest().taken().isAfter(now)
        ? List.of("its date lies ahead: left alone")
        : List.of();
  }

  private Fate fate(Deposit deposit, int sound, Map<Period, Row> rows) {
    if (policy.isEverything()) {
      return new Fate(deposit, true, List.of("this job keeps everything"));
    }
    List<String> reasons = new ArrayList<>();
    if (sound <= policy.last()) {
      reasons.add("last " + sound + " of " + policy.last());
    }
    for (Period period : Period.values()) {
      Row before = rows.getOrDefault(period, Row.EMPTY);
      String stretch = period.of(deposit.manifest().taken().atZone(zone));
      if (before.count() < policy.of(period) && !before.latest().equals(stretch)) {
        Row after = new Row(stretch, before.count() + 1);
        rows.put(period, after);
        reasons.add(
            "%s %d of %d: %s".formatted(period.word(), after.count(), policy.of(period), stretch));
      }
    }
    return reasons.isEmpty()
        ? new Fate(deposit, false, List.of("nothing keeps it"))
        : new Fate(deposit, true, reasons);
  }

  /** How many stretches have their snapshot, and which had it last. */
  private record Row(String latest, int count) {
    static final Row EMPTY = new Row("", 0);
  }
}
