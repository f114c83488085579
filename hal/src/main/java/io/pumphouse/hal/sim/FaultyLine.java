package io.pumphouse.hal.sim;

import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.line.Line;
import io.pumphouse.hal.reading.TimeSource;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The slave's end of a line on which answers go wrong on demand. Questions pass untouched. Confined
 * to the thread that owns the line, as every line is; the {@link Faults} may be switched from
 * another.
 *
 * <p>A late answer is held back and sent while listening for the next question, so no thread waits
 * for it. The line unplugs when an answer is due, and stays so until opened again; with unplug at
 * share 1 it cannot be opened either.
 */
public final class FaultyLine implements Line {
  private final Line line;
  private final Faults faults;
  private final TimeSource time;
  private final Duration lateBy;
  private final Deque<Held> held = new ArrayDeque<>();

  /**
   * @param line what carries the bytes
   * @param faults what goes wrong
   * @param time the clock that late answers wait by
   * @param lateBy how long a late answer is held back; longer than the asker's patience
   */
  public FaultyLine(Line line, Faults faults, TimeSource time, Duration lateBy) {
    this.line = line;
    this.faults = faults;
    this.time = time;
    this.lateBy = lateBy;
  }

  private record Held(long dueNanos, Frame frame) {}

  @Override
  public String name() {
    return line.name();
  }

  @Override
  public Opening open() {
    return faults.strikes(SimFault.UNPLUG) ? unplugged() : line.open();
  }

  @Override
  public Sending send(Frame frame) {
    if (faults.strikes(SimFault.UNPLUG)) {
      close();
      return unplugged();
    }
    if (faults.strikes(SimFault.SILENT)) {
      return new Sent();
    }
    if (faults.strikes(SimFault.LATE)) {
      held.add(new Held(time.nanos() + lateBy.toNanos(), frame));
      return new Sent();
    }
    return line.send(damaged(frame));
  }

  private Frame damaged(Frame frame) {
    Frame whole = faults.strikes(SimFault.GARBLED) ? garbled(frame) : frame;
    return faults.strikes(SimFault.SHORT) ? whole.slice(0, whole.length() / 2) : whole;
  }

  private Frame garbled(Frame frame) {
    byte[] bytes = frame.toBytes();
    bytes[faults.pick(bytes.length)] ^= (byte) (1 << faults.pick(8));
    return Frame.of(bytes);
  }

  private Broken unplugged() {
    return new Broken(
        name() + ": unplugged on request",
        "end the fault " + SimFault.UNPLUG.word() + " to mend it");
  }

  @Override
  public Heard hear(Duration atMost) {
    long until = time.nanos() + atMost.toNanos();
    while (!held.isEmpty() && held.element().dueNanos <= until) {
      Heard heard = line.hear(remaining(held.element().dueNanos));
      if (!(heard instanceof Silence)) {
        return heard;
      }
      if (line.send(held.remove().frame) instanceof Broken broken) {
        return broken;
      }
    }
    return line.hear(remaining(until));
  }

  private Duration remaining(long untilNanos) {
    return Duration.ofNanos(Math.max(0, untilNanos - time.nanos()));
  }

  /** What was still held back is lost. */
  @Override
  public void close() {
    held.clear();
    line.close();
  }
}
