package io.pumphouse.agent.poll;

import io.pumphouse.agent.command.Workload;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.TimeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Whose turn it is on one bus: the request with the earliest deadline, whichever pump it goes to.
 * What does not fit on the line makes every interval longer by the same factor. Confined to the bus
 * thread.
 */
final class Rota {
  private static final Duration RECKON_EVERY = Duration.ofSeconds(30);

  private final TimeSource time;
  private final Tempo tempo;
  private final List<Round> rounds = new ArrayList<>();
  private final List<Sideline> sidelines = new ArrayList<>();
  private final Reckoning reckoning = new Reckoning();
  private long reckonAt;

  /** A rota on which everything is due now. */
  Rota(
      List<Assignment> assignments,
      QuarantineMemory memory,
      TimeSource time,
      RandomGenerator chance) {
    this.time = time;
    this.tempo = new Tempo(time.nanos());
    for (Assignment each : assignments) {
      Round round = new Round(each.onLine(), tempo, quarantine(each, memory, chance), time);
      rounds.add(round);
      if (!each.beside().isEmpty()) {
        sidelines.add(new Sideline(each, round, time.nanos()));
      }
    }
    this.reckonAt = time.nanos();
  }

  private Quarantine quarantine(
      Assignment assignment, QuarantineMemory memory, RandomGenerator chance) {
    return new Quarantine(assignment.id(), assignment.pump(), memory, time, chance);
  }

  /** When there is something to ask, in nanoseconds since boot; now if something waits. */
  long dueAt() {
    long now = time.nanos();
    long next = Long.MAX_VALUE;
    for (Round round : rounds) {
      next = Math.min(next, round.isWaiting() ? now : round.nextDue());
    }
    for (Sideline sideline : sidelines) {
      next = Math.min(next, sideline.nextDue());
    }
    return next;
  }

  /**
   * Makes the most urgent request, what takes no time on the line before all others; empty if
   * nothing is due.
   */
  Optional<Batch> ask() {
    long now = time.nanos();
    for (Sideline sideline : sidelines) {
      if (sideline.nextDue() <= now) {
        return Optional.of(sideline.read(now));
      }
    }
    rounds.forEach(round -> round.comeDue(now));
    Optional<Batch> batch =
        rounds.stream()
            .filter(Round::isWaiting)
            .min(Comparator.comparingLong(Round::deadline))
            .map(Round::ask);
    if (batch.isPresent() && batch.get().isLast()) {
      reckon();
    }
    return batch;
  }

  /** Between two rounds, now and then: turnarounds change, pumps come and go. */
  private void reckon() {
    if (time.nanos() >= reckonAt) {
      reckonAt = time.nanos() + RECKON_EVERY.toNanos();
      tempo.stretch(reckoning.reckon(rounds), time.nanos());
    }
  }

  /** Registers of a pump to be asked out of turn; empty if it is not on this bus. */
  Optional<Errand> errand(PumpId pump, List<RegisterId> registers) {
    return round(pump).map(round -> new Errand(round, registers));
  }

  /** Writes one register of a pump out of turn; nothing if it is not on this bus. */
  List<Batch> write(PumpId pump, Change change) {
    return round(pump).map(change::run).orElse(List.of());
  }

  /** What asking a pump takes of the line, as it is now; empty if it is not on this bus. */
  Optional<Workload> workload(PumpId pump) {
    return round(pump).map(round -> Reckoning.workload(round, rounds));
  }

  /** What the line has to carry, as last reckoned; empty before the first whole round. */
  Burden burden() {
    return reckoning.burden();
  }

  void recall(List<Confinement> remembered) {
    rounds.forEach(round -> remembered.forEach(round::recall));
  }

  private Optional<Round> round(PumpId pump) {
    return rounds.stream().filter(round -> round.id().equals(pump)).findFirst();
  }
}
