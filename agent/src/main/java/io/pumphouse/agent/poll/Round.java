package io.pumphouse.agent.poll;

import io.pumphouse.hal.pump.Link;
import io.pumphouse.hal.pump.PlannedRead;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Sample;
import io.pumphouse.hal.reading.TimeSource;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/**
 * One pump's turns on its bus: what is due, one request at a time, and how long to leave it alone
 * when it gives nothing. Confined to the bus thread.
 */
final class Round {
  private final Assignment assignment;
  private final TimeSource time;
  private final Timetable timetable;
  private final BackOff backOff = new BackOff();
  private final Deque<List<RegisterId>> waiting = new ArrayDeque<>();
  private long notBefore;
  private long began;
  private Duration lastRound = Duration.ZERO;

  Round(Assignment assignment, TimeSource time) {
    this.assignment = assignment;
    this.time = time;
    this.notBefore = time.nanos();
    this.timetable = new Timetable(assignment.intervals(), notBefore);
  }

  PumpId pump() {
    return assignment.id();
  }

  /**
   * When this pump is next worth asking, in nanoseconds since boot; in the past while a round is
   * under way.
   */
  long dueAt() {
    return waiting.isEmpty() ? Math.max(timetable.nextDue(), notBefore) : began;
  }

  /** Makes the next request of the round; begins a new round when the last one is through. */
  Batch ask() {
    if (waiting.isEmpty()) {
      began = time.nanos();
      assignment.pump().plan(timetable.takeDue(began)).stream()
          .map(PlannedRead::registers)
          .forEach(waiting::add);
    }
    List<Sample> samples = new ArrayList<>(assignment.pump().read(waiting.removeFirst()));
    if (!(assignment.pump().link() instanceof Link.Up)) {
      samples.addAll(giveUp(samples));
    }
    if (waiting.isEmpty()) {
      lastRound = Duration.ofNanos(time.nanos() - began);
      notBefore = time.nanos() + backOff.after(assignment.pump().link()).toNanos();
    }
    return batch(samples);
  }

  /**
   * What failed one request would fail the rest, each after its own timeout: they share its fate at
   * once.
   */
  private List<Sample> giveUp(List<Sample> failed) {
    List<RegisterId> rest = waiting.stream().flatMap(List::stream).toList();
    waiting.clear();
    return failed.stream()
        .flatMap(sample -> sample instanceof Invalid invalid ? Stream.of(invalid) : Stream.empty())
        .limit(1)
        .flatMap(
            invalid ->
                rest.stream()
                    .map(id -> (Sample) new Invalid(id, invalid.takenAt(), invalid.fault())))
        .toList();
  }

  /** Asks for these registers now, outside the timetable. */
  Batch ask(Collection<RegisterId> registers) {
    return batch(assignment.pump().read(registers));
  }

  private Batch batch(List<Sample> samples) {
    return new Batch(assignment.id(), assignment.pump().link(), lastRound, samples);
  }
}
