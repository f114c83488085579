package io.pumphouse.hal.line;

import io.pumphouse.hal.reading.Advice;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.LineReport;
import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.Sign;
import io.pumphouse.hal.reading.Signs;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.hal.reading.TracedFrame;
import io.pumphouse.hal.reading.TracedFrame.Direction;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * What happened on one line: its last 2,000 frames, what is counted of each unit, and what that
 * points to. Written by the bus thread, read by anyone. Bounded; a line on which nothing happens
 * costs nothing.
 */
public final class LineBook implements Witness {
  /** The most frames that are kept. */
  public static final int FRAMES = Tape.FRAMES;

  private final Wiring wiring;
  private final TimeSource time;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition written = lock.newCondition();
  private final Tape tape = new Tape();
  private final Map<Integer, Tally> units = new HashMap<>();
  private final Map<Sign, Long> overheard = new EnumMap<>(Sign.class);
  private final Recent strays = new Recent();
  private final Load load;
  private long reopened;
  private boolean isDown;

  /** An empty book of this line. */
  public LineBook(Wiring wiring, TimeSource time) {
    this.wiring = wiring;
    this.time = time;
    this.load = new Load(time.nanos());
  }

  @Override
  public void saw(Transaction transaction) {
    Moment now = time.now();
    lock.lock();
    try {
      tally(transaction.unit()).note(transaction, now);
      load.add(now.sinceBoot().toNanos(), transaction.asked().ageAt(now));
      trace(transaction);
    } finally {
      lock.unlock();
    }
  }

  private Tally tally(int unit) {
    return units.computeIfAbsent(unit, _ -> new Tally());
  }

  /** A fault stands on the frame that shows it; a line that stays down is told once. */
  private void trace(Transaction seen) {
    boolean wasDown = isDown;
    isDown = seen.ending() instanceof Ending.Bad(Fault.LineDown _);
    if (isDown && wasDown) {
      return;
    }
    Instant asked = seen.asked().wall();
    if (seen.heard().isEmpty()) {
      tape.write(Direction.SENT, seen.unit(), asked, seen.sent(), seen.wording(), seen.ending());
    } else {
      tape.write(Direction.SENT, seen.unit(), asked, seen.sent(), seen.wording());
      tape.write(
          Direction.HEARD,
          seen.unit(),
          asked.plus(seen.took()),
          seen.heard(),
          seen.wording(),
          seen.ending());
    }
    written.signalAll();
  }

  @Override
  public void overheard(Overheard stray) {
    Moment now = time.now();
    lock.lock();
    try {
      switch (stray.kind()) {
        // Whoever was never asked owes nothing, whatever a frame says.
        case LATE -> Optional.ofNullable(units.get(stray.unit())).ifPresent(it -> it.late(now));
        case STRANGER -> note(Sign.STRANGER, now);
        case NOISE -> note(Sign.NOISE, now);
      }
      tape.write(
          Direction.OVERHEARD, stray.unit(), stray.at().wall(), stray.bytes(), stray.wording());
      written.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void note(Sign sign, Moment now) {
    overheard.merge(sign, 1L, Long::sum);
    strays.add(sign, now.sinceBoot().toNanos());
  }

  @Override
  public void reopened() {
    locked(() -> reopened++);
  }

  /** How the line serves this unit; all zero if it was never asked. */
  public LineReport report(int unit) {
    return locked(() -> report(unit, units.getOrDefault(unit, new Tally())));
  }

  private LineReport report(int unit, Tally tally) {
    return new LineReport(
        tally.asked(),
        tally.signs(),
        tally.refusals(),
        tally.bytesSent(),
        tally.bytesHeard(),
        tally.latency(),
        new Signs(overheard),
        reopened,
        load.share(time.nanos()),
        advice(unit, tally));
  }

  private List<Advice> advice(int unit, Tally tally) {
    long now = time.nanos();
    return LineRule.all(
        new Evidence(
            wiring,
            unit,
            tally.recent().newest(Evidence.NOW, now),
            tally.recent().newest(Recent.MOST, now),
            strays.newest(Recent.MOST, now),
            tally.lastGood().isPresent(),
            doOthersAnswer(unit, now),
            tally.foreigner(),
            tally.waited(),
            tally.latest()));
  }

  private boolean doOthersAnswer(int unit, long now) {
    return units.entrySet().stream()
        .filter(other -> other.getKey() != unit)
        .map(other -> other.getValue().recent().newest(Evidence.NOW, now))
        .anyMatch(signs -> signs.of(Sign.GOOD) > 0);
  }

  /** When this unit last gave a believable answer. */
  public Optional<Moment> lastGood(int unit) {
    return locked(() -> Optional.ofNullable(units.get(unit)).flatMap(Tally::lastGood));
  }

  /** The newest frames, at most so many, oldest first. */
  public List<TracedFrame> newest(int most) {
    return inWords(locked(() -> tape.after(0, most)));
  }

  /**
   * Waits for frames newer than this one; returns those that are still kept, oldest first, or none
   * if the time is up.
   */
  public List<TracedFrame> after(long number, Duration atMost) throws InterruptedException {
    long left = atMost.toNanos();
    lock.lockInterruptibly();
    try {
      while (tape.written() <= number && left > 0) {
        left = written.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
    return inWords(locked(() -> tape.after(number, FRAMES)));
  }

  /** Outside the lock: making words must not hold up the bus. */
  private static List<TracedFrame> inWords(List<Tape.Cut> cuts) {
    return cuts.stream().map(Tape.Cut::inWords).toList();
  }

  private <T> T locked(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }
}
