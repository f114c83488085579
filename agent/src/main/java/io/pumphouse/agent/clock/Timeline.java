package io.pumphouse.agent.clock;

import io.pumphouse.agent.clock.ClockNews.Stepped;
import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The eras of this boot. Every stamp that is taken is compared with the era it belongs to, so that
 * an era ends exactly between the last stamp before the clock was set and the first after.
 * Thread-safe; a stamp costs one comparison.
 */
final class Timeline {
  /** More than a sane machine has; a flapping clock must not fill the memory. */
  private static final int MOST = 50;

  /** Reading two clocks takes no longer, unless the thread was put to sleep in between. */
  private static final long NARROW_NANOS = 100_000;

  private static final int TRIES = 10;

  private final TimeSource machine;
  private final Runnable alarm;
  private final List<Era> closed = new ArrayList<>();
  private final Deque<Stepped> untold = new ArrayDeque<>();
  private volatile Era current;

  /**
   * @param alarm runs when a step is noticed, on the thread that did; quick
   */
  Timeline(TimeSource machine, Runnable alarm) {
    this.machine = machine;
    this.alarm = alarm;
    this.current = began(exactly(machine));
  }

  /** Both clocks, after making sure in which era. */
  Moment now() {
    Moment now = machine.now();
    if (isIn(current, now)) {
      return now;
    }
    notice();
    return machine.now();
  }

  Era current() {
    return current;
  }

  /** All of this boot, oldest first, the current one last. */
  synchronized List<Era> eras() {
    List<Era> all = new ArrayList<>(closed);
    all.add(current);
    return all;
  }

  /** The steps that were noticed since the last call, oldest first. */
  synchronized List<Stepped> news() {
    List<Stepped> news = List.copyOf(untold);
    untold.clear();
    return news;
  }

  /** Somebody vouches for the current era, if it still is the current one. */
  synchronized void know(Era era, Witness witness) {
    if (era.equals(current)) {
      current = era.knownBy(witness);
    }
  }

  /** Puts what earlier runs of the agent saw of this boot before what this one saw. */
  synchronized void recall(List<Era> kept) {
    if (kept.isEmpty()) {
      return;
    }
    List<Era> mine = eras();
    Era last = kept.getLast();
    Era first = mine.removeFirst();
    closed.clear();
    closed.addAll(kept);
    if (last.isLike(first)) {
      closed.removeLast();
      boolean isBetter = last.witness().compareTo(first.witness()) > 0;
      mine.addFirst(new Era(last.from(), last.zero(), isBetter ? last.witness() : first.witness()));
    } else {
      mine.addFirst(first);
      untold.addFirst(step(last, new Moment(first.wallAt(first.from()), first.from())));
    }
    closed.addAll(mine);
    current = closed.removeLast();
    forget();
  }

  private synchronized void notice() {
    Moment exact = exactly(machine);
    if (isIn(current, exact)) {
      return; // somebody else noticed first, or a sleep between two clocks looked like a step
    }
    untold.addLast(step(current, exact));
    closed.addLast(current);
    current = began(exact);
    forget();
    alarm.run();
  }

  private void forget() {
    while (closed.size() >= MOST) {
      closed.removeFirst();
    }
    while (untold.size() > MOST) {
      untold.removeFirst();
    }
  }

  private static Stepped step(Era before, Moment now) {
    return new Stepped(now, before.wallAt(now.sinceBoot()), now.wall());
  }

  private static Era began(Moment now) {
    return new Era(now.sinceBoot(), zero(now), Witness.NOBODY);
  }

  private static boolean isIn(Era era, Moment now) {
    return Duration.between(era.zero(), zero(now)).abs().compareTo(Era.TOLERANCE) <= 0;
  }

  private static Instant zero(Moment now) {
    return now.wall().minus(now.sinceBoot());
  }

  /** Both clocks at very nearly the same moment. */
  private static Moment exactly(TimeSource machine) {
    Moment best = machine.now();
    long narrowest = Long.MAX_VALUE;
    for (int i = 0; i < TRIES && narrowest > NARROW_NANOS; i++) {
      long before = machine.nanos();
      Instant wall = machine.wall();
      long width = machine.nanos() - before;
      if (width < narrowest) {
        narrowest = width;
        best = new Moment(wall, Duration.ofNanos(before));
      }
    }
    return best;
  }
}
