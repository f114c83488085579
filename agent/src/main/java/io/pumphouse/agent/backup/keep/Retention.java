package io.pumphouse.agent.backup.keep;

import io.pumphouse.agent.backup.medium.Deposit;
import io.pumphouse.agent.backup.medium.Manifest;
import io.pumphouse.web.model.FateReason;
import io.pumphouse.web.model.FateReason.Rule;
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
   * What becomes of each now, in the same order.
   *
   * @param deposits newest first
   */
  public List<Fate> of(List<Deposit> deposits) {
    return of(deposits, 0, new HashMap<>());
  }

  /** The same once this job has added one more at this moment. */
  public List<Fate> afterOneMore(List<Deposit> deposits) {
    Map<Period, Row> rows = new HashMap<>();
    for (Period period : Period.values()) {
      rows.put(period, new Row(period.of(now.atZone(zone)), 1));
    }
    return of(deposits, 1, rows);
  }

  /**
   * @param before how many newer sound ones there are
   * @param rows which stretches have theirs already
   */
  private List<Fate> of(List<Deposit> deposits, int before, Map<Period, Row> rows) {
    List<Fate> fates = new ArrayList<>();
    int sound = before;
    for (Deposit deposit : deposits) {
      List<FateReason> alone = alone(deposit);
      if (!alone.isEmpty()) {
        fates.add(new Fate(deposit, true, alone));
      } else {
        sound++;
        fates.add(fate(deposit, sound, rows));
      }
    }
    return fates;
  }

  private List<FateReason> alone(Deposit deposit) {
    if (!deposit.isOf(origin)) {
      return List.of(FateReason.of(Rule.FOREIGN));
    }
    if (!deposit.isSound()) {
      return List.of(FateReason.of(Rule.UNSOUND));
    }
    if (!deposit.manifest().isDated()) {
      return List.of(FateReason.of(Rule.UNDATED));
    }
    return deposit.manifest().taken().isAfter(now) ? List.of(FateReason.of(Rule.AHEAD)) : List.of();
  }

  private Fate fate(Deposit deposit, int sound, Map<Period, Row> rows) {
    if (policy.isEverything()) {
      return new Fate(deposit, true, List.of(FateReason.of(Rule.EVERYTHING)));
    }
    List<FateReason> reasons = new ArrayList<>();
    if (sound <= policy.last()) {
      reasons.add(new FateReason(Rule.LAST, sound, policy.last(), ""));
    }
    for (Period period : Period.values()) {
      Row before = rows.getOrDefault(period, Row.EMPTY);
      String stretch = period.of(deposit.manifest().taken().atZone(zone));
      if (before.count() < policy.of(period) && !before.latest().equals(stretch)) {
        Row after = new Row(stretch, before.count() + 1);
        rows.put(period, after);
        reasons.add(new FateReason(period.rule(), after.count(), policy.of(period), stretch));
      }
    }
    return reasons.isEmpty()
        ? new Fate(deposit, false, List.of(FateReason.of(Rule.NOTHING)))
        : new Fate(deposit, true, reasons);
  }

  /** How many stretches have their snapshot, and which had it last. */
  private record Row(String latest, int count) {
    static final Row EMPTY = new Row("", 0);
  }
}
