package io.pumphouse.agent.store;

import io.pumphouse.agent.store.pack.Hearer;
import io.pumphouse.hal.reading.Fault;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import java.util.function.IntPredicate;

/**
 * Brings samples into the order of wall time though a block is told series by series, and its
 * neighbours may begin before it ends: what was filled in later lies between what was heard. Used
 * once, by one thread.
 */
final class Spools implements Hearer {
  /** All series together. */
  static final Comparator<Spool> BY_TIME =
      Comparator.comparingLong(Spool::wall).thenComparingInt(Spool::series);

  /** Each series for itself, which is quicker. */
  static final Comparator<Spool> BY_SERIES =
      Comparator.comparingInt(Spool::series).thenComparingLong(Spool::wall);

  /** No series has this number; those that are not stored yet have numbers just below zero. */
  private static final int NO_SERIES = Integer.MIN_VALUE;

  private final IntPredicate wanted;
  private final Comparator<Spool> order;
  private final PriorityQueue<Spool> ahead;
  private final Map<Integer, Spool> open = new HashMap<>();
  private final Map<Fault, Integer> faults = new LinkedHashMap<>();
  private final List<Fault> faultList = new ArrayList<>();
  private String boot = "";

  /** Where the last one went; a block is told series by series. */
  private Spool last = new Spool(NO_SERIES, "", List.of());

  /**
   * @param wanted the series that count; the others pass unheard
   */
  Spools(IntPredicate wanted, Comparator<Spool> order) {
    this.wanted = wanted;
    this.order = order;
    this.ahead = new PriorityQueue<>(order);
  }

  /** What is told from now on, begins in this boot of the machine. */
  void begin(String bootId) {
    open.values().forEach(ahead::add);
    open.clear();
    last = new Spool(NO_SERIES, "", List.of());
    boot = bootId;
  }

  @Override
  public boolean wants(int series) {
    return wanted.test(series);
  }

  @Override
  public void value(int series, long wall, long mono, long raw) {
    spool(series, wall).addValue(wall, mono, raw);
  }

  @Override
  public void missing(int series, long wall, long mono) {
    spool(series, wall).addMissing(wall, mono);
  }

  @Override
  public void invalid(int series, long wall, long mono, Fault fault) {
    spool(series, wall).addInvalid(wall, mono, number(fault));
  }

  /**
   * Leaves out of what the current block told whatever has no bearing on a time and what follows:
   * of each series all but the last two samples before it.
   */
  void skipTo(long wall) {
    open.values().forEach(spool -> spool.skipTo(wall));
  }

  /**
   * Tells what comes before a time, and forgets it; each spool stands at the sample it is told of.
   */
  void tellBefore(long wall, Consumer<Spool> told) {
    begin(boot);
    List<Spool> later = new ArrayList<>();
    while (!ahead.isEmpty()) {
      Spool next = ahead.remove();
      while (!next.isEmpty() && next.wall() < wall && isFirst(next)) {
        told.accept(next);
        next.wind();
      }
      if (!next.isEmpty()) {
        (next.wall() < wall ? ahead : later).add(next);
      }
    }
    ahead.addAll(later);
  }

  private boolean isFirst(Spool next) {
    return ahead.isEmpty() || order.compare(next, ahead.element()) <= 0;
  }

  /** Where the clock was set back a new one begins. */
  private Spool spool(int series, long wall) {
    if (series != last.series()) {
      last = open.computeIfAbsent(series, this::begun);
    }
    if (!last.takes(wall)) {
      ahead.add(last);
      last = begun(series);
      open.put(series, last);
    }
    return last;
  }

  private Spool begun(int series) {
    return new Spool(series, boot, faultList);
  }

  private int number(Fault fault) {
    return faults.computeIfAbsent(
        fault,
        added -> {
          faultList.add(added);
          return faultList.size() - 1;
        });
  }
}
