package io.pumphouse.agent.poll;

import io.pumphouse.hal.pump.HeatPump;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Sample;
import io.pumphouse.hal.reading.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * The registers of one pump that it refuses, two rounds in a row: asked again after a minute, then
 * three times as long each time, at most once a day, never all at the same time. Confined to the
 * bus thread.
 */
final class Quarantine {
  private static final Duration FIRST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofDays(1);
  private static final int GROWTH = 3;
  private static final double JITTER = 0.2;

  /** How far the wall clock may drift before people are told another time. */
  private static final Duration DRIFT = Duration.ofSeconds(5);

  private final PumpId id;
  private final HeatPump pump;
  private final QuarantineMemory memory;
  private final TimeSource time;
  private final RandomGenerator chance;
  private final Map<RegisterId, Cell> cells = new LinkedHashMap<>();

  /** Refused when last asked, for the first time: that happens once to the best of registers. */
  private final Set<RegisterId> suspects = new HashSet<>();

  private record Cell(Confinement confinement, Duration term, long probeAt) {}

  Quarantine(
      PumpId id, HeatPump pump, QuarantineMemory memory, TimeSource time, RandomGenerator chance) {
    this.id = id;
    this.pump = pump;
    this.memory = memory;
    this.time = time;
    this.chance = chance;
  }

  boolean holds(RegisterId register) {
    return cells.containsKey(register);
  }

  /** Takes those that are to be asked again by now; each gets its next turn a term later. */
  List<RegisterId> takeProbes(long now) {
    List<RegisterId> due = new ArrayList<>();
    cells.replaceAll(
        (register, cell) -> {
          if (cell.probeAt() > now) {
            return cell;
          }
          due.add(register);
          return new Cell(cell.confinement(), cell.term(), now + cell.term().toNanos());
        });
    return due;
  }

  /** What people are told of a register meanwhile. */
  Sample sample(RegisterId register) {
    Cell cell = cells.computeIfPresent(register, (_, held) -> corrected(held));
    if (cell == null) {
      throw new IllegalArgumentException(register + " is not in quarantine");
    }
    return new Invalid(register, time.now(), new Fault.Quarantined(cell.confinement().until()));
  }

  /** The wall clock may have been put right since. */
  private Cell corrected(Cell cell) {
    Instant until = time.wall().plusNanos(cell.probeAt() - time.nanos());
    Duration drift = Duration.between(cell.confinement().until(), until).abs();
    return drift.compareTo(DRIFT) < 0
        ? cell
        : new Cell(until(cell.confinement(), until), cell.term(), cell.probeAt());
  }

  /**
   * Takes note of what a whole round gave: confines what was refused for the second time in a row,
   * for longer if it had been before, and releases what answered. Where nothing answered, the pump
   * is not ready yet, or any more, and its refusals say nothing of a register.
   */
  void note(List<Sample> round) {
    List<Sample> answers = round.stream().filter(Quarantine::isAnswer).toList();
    answers.forEach(sample -> release(sample.register()));
    if (answers.isEmpty()) {
      return;
    }
    forgiveOtherVersions();
    for (Sample sample : round) {
      if (sample instanceof Invalid(RegisterId register, _, Fault.Refused(int exception))
          && isAboutRegister(exception)
          && !isFirst(register)) {
        confine(register, exception);
      }
    }
  }

  /** Takes note of what somebody asked for out of turn: that may release, but not confine. */
  void noteAside(List<Sample> samples) {
    samples.stream().filter(Quarantine::isAnswer).forEach(sample -> release(sample.register()));
  }

  private static boolean isAnswer(Sample sample) {
    return !(sample instanceof Invalid invalid) || invalid.fault() instanceof Fault.Implausible;
  }

  /** A first refusal makes a suspect; a second of it, or one of a probe, is enough. */
  private boolean isFirst(RegisterId register) {
    return !holds(register) && suspects.add(register);
  }

  /**
   * The other Modbus exceptions (5 acknowledge, 6 busy, 0Ah and 0Bh of a gateway) speak of the
   * moment or of the way there, and hold for every register alike.
   */
  private static boolean isAboutRegister(int exception) {
    return exception >= 1 && exception <= 4;
  }

  private void confine(RegisterId register, int exception) {
    Cell before = cells.get(register);
    int refusals = before == null ? 1 : before.confinement().refusals() + 1;
    Duration term = term(refusals);
    Confinement confinement =
        new Confinement(
            id,
            pump.map().model().id(),
            pump.firmware(),
            register,
            exception,
            refusals,
            time.wall().plus(term));
    hold(new Cell(confinement, term, time.nanos() + term.toNanos()));
    memory.confined(confinement);
  }

  private void release(RegisterId register) {
    suspects.remove(register);
    Cell cell = cells.remove(register);
    if (cell != null) {
      memory.released(cell.confinement());
    }
  }

  private void hold(Cell cell) {
    suspects.remove(cell.confinement().register());
    cells.put(cell.confinement().register(), cell);
    pump.leaveAlone(cell.confinement().register());
  }

  private Duration term(int refusals) {
    Duration term = usualTerm(refusals);
    double factor = 1 - JITTER + 2 * JITTER * chance.nextDouble();
    return Duration.ofMillis(Math.round(term.toMillis() * factor));
  }

  private static Duration usualTerm(int refusals) {
    Duration term = FIRST;
    for (int i = 1; i < refusals && term.compareTo(LONGEST) < 0; i++) {
      term = term.multipliedBy(GROWTH);
    }
    return term.compareTo(LONGEST) < 0 ? term : LONGEST;
  }

  /**
   * Goes on where an earlier run left off. The wall clock may be wrong now or have been then, so
   * nobody waits longer than the term that goes with the number of refusals.
   */
  void recall(Confinement remembered) {
    boolean isOurs =
        remembered.pump().equals(id)
            && remembered.model().equals(pump.map().model().id())
            && isSame(remembered.firmware(), pump.firmware())
            && pump.map().find(remembered.register()).isPresent();
    Cell held = cells.get(remembered.register());
    if (!isOurs || (held != null && held.confinement().refusals() >= remembered.refusals())) {
      return;
    }
    Duration term = term(remembered.refusals());
    Duration left = Duration.between(time.wall(), remembered.until());
    Duration wait = left.compareTo(term) > 0 ? term : left.isNegative() ? Duration.ZERO : left;
    Confinement corrected = until(remembered, time.wall().plus(wait));
    hold(new Cell(corrected, term, time.nanos() + wait.toNanos()));
  }

  /** The version is told only by a pump that answers; another one may have what this one lacked. */
  private void forgiveOtherVersions() {
    String firmware = pump.firmware();
    cells.replaceAll(
        (_, cell) ->
            isSame(cell.confinement().firmware(), firmware)
                ? cell
                : new Cell(under(firmware, cell.confinement()), cell.term(), time.nanos()));
  }

  private static boolean isSame(String firmware, String other) {
    return firmware.isEmpty() || other.isEmpty() || firmware.equals(other);
  }

  private static Confinement until(Confinement confinement, Instant until) {
    return changed(confinement, confinement.firmware(), until);
  }

  private static Confinement under(String firmware, Confinement confinement) {
    return changed(confinement, firmware, confinement.until());
  }

  private static Confinement changed(Confinement confinement, String firmware, Instant until) {
    return new Confinement(
        confinement.pump(),
        confinement.model(),
        firmware,
        confinement.register(),
        confinement.exception(),
        confinement.refusals(),
        until);
  }
}
