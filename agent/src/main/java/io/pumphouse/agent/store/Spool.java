package io.pumphouse.agent.store;

import io.pumphouse.agent.store.pack.Longs;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Missing;
import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Samples of one series in the order of wall time, wound off one by one; some thirty bytes each.
 * Confined to one thread.
 */
final class Spool {
  private static final int VALUE = -1;
  private static final int MISSING = -2;

  private final int series;
  private final String boot;
  private final List<Fault> faults;
  private final Longs walls = new Longs();
  private final Longs monos = new Longs();
  private final Longs raws = new Longs();

  /** What each is: a value, missing, or which fault. */
  private final Longs kinds = new Longs();

  private int at;

  /**
   * @param boot which boot of the machine times since boot count from
   * @param faults those met so far, shared with other spools
   */
  Spool(int series, String boot, List<Fault> faults) {
    this.series = series;
    this.boot = boot;
    this.faults = faults;
  }

  int series() {
    return series;
  }

  String boot() {
    return boot;
  }

  /** Whether one of this time still fits behind the others. */
  boolean takes(long wall) {
    return walls.size() == 0 || wall >= walls.get(walls.size() - 1);
  }

  void addValue(long wall, long mono, long raw) {
    add(wall, mono, raw, VALUE);
  }

  void addMissing(long wall, long mono) {
    add(wall, mono, 0, MISSING);
  }

  /**
   * @param fault the number of it among the faults
   */
  void addInvalid(long wall, long mono, int fault) {
    add(wall, mono, 0, fault);
  }

  private void add(long wall, long mono, long raw, int kind) {
    walls.add(wall);
    monos.add(mono);
    raws.add(raw);
    kinds.add(kind);
  }

  boolean isEmpty() {
    return at == walls.size();
  }

  /** The next one; there must be one for this and what follows. */
  long wall() {
    return walls.get(at);
  }

  long mono() {
    return monos.get(at);
  }

  long raw() {
    return raws.get(at);
  }

  boolean isValue() {
    return kinds.get(at) == VALUE;
  }

  Sample sample(RegisterId register) {
    Moment moment = new Moment(Instant.ofEpochMilli(wall()), Duration.ofMillis(mono()));
    int kind = (int) kinds.get(at);
    return switch (kind) {
      case VALUE -> new Reading(register, moment, raw());
      case MISSING -> new Missing(register, moment);
      default -> new Invalid(register, moment, faults.get(kind));
    };
  }

  void wind() {
    at++;
  }

  /** Leaves out those before a time, except for the last two. */
  void skipTo(long wall) {
    while (at + 2 < walls.size() && walls.get(at + 2) < wall) {
      at++;
    }
  }
}
