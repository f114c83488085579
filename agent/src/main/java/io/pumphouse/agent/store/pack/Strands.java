package io.pumphouse.agent.store.pack;

import io.pumphouse.hal.reading.Fault;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Gathers what blocks tell, to be packed as one: some ten bytes for a sample. Confined to one
 * thread.
 */
public final class Strands implements Hearer {
  private final TreeMap<Integer, Strand> all = new TreeMap<>();
  private final Map<Fault, Integer> faults = new LinkedHashMap<>();

  /** Where the last one went; a block is told series by series. */
  private Strand last = new Strand(-1);

  private int size;
  private long firstWall = Long.MAX_VALUE;
  private long lastWall = Long.MIN_VALUE;
  private long firstMono = Long.MAX_VALUE;

  @Override
  public void value(int series, long wall, long mono, long raw) {
    add(series, wall, mono, Column.VALUE).values().add(raw);
  }

  @Override
  public void missing(int series, long wall, long mono) {
    add(series, wall, mono, Column.MISSING);
  }

  @Override
  public void invalid(int series, long wall, long mono, Fault fault) {
    int next = faults.size();
    int number = faults.computeIfAbsent(fault, _ -> next);
    add(series, wall, mono, Column.FIRST_FAULT + number);
  }

  /** How many samples there are. */
  public int size() {
    return size;
  }

  /** The earliest time by the wall clock, in milliseconds since 1970. */
  public long firstWall() {
    return firstWall;
  }

  /** The latest. */
  public long lastWall() {
    return lastWall;
  }

  /** The earliest since boot, in milliseconds. */
  public long firstMono() {
    return firstMono;
  }

  List<Strand> all() {
    return List.copyOf(all.values());
  }

  List<Fault> faults() {
    return List.copyOf(faults.keySet());
  }

  /** Whether both heard the same. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Strands strands
        && all.equals(strands.all)
        && faults().equals(strands.faults());
  }

  @Override
  public int hashCode() {
    return Objects.hash(all, faults());
  }

  private Strand add(int series, long wall, long mono, int state) {
    if (series != last.series()) {
      last = all.computeIfAbsent(series, Strand::new);
    }
    last.add(wall, mono, state);
    size++;
    firstWall = Math.min(firstWall, wall);
    lastWall = Math.max(lastWall, wall);
    firstMono = Math.min(firstMono, mono);
    return last;
  }
}
