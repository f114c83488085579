package io.pumphouse.agent.poll;

import io.pumphouse.agent.command.Workload;
import io.pumphouse.hal.pump.AlarmLog;
import io.pumphouse.hal.pump.HeatPump;
import io.pumphouse.hal.pump.Link;
import io.pumphouse.hal.pump.PlannedRead;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Sample;
import io.pumphouse.hal.reading.TimeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One pump's turns on its bus: what is due and by when, one request at a time, and how long to
 * leave the pump alone when it gives nothing. A round is all that was due when its first request
 * was made. Confined to the bus thread.
 */
final class Round {
  /**
   * So long the probe of a register in quarantine may wait, and each step in the search for the one
   * that spoils a request: as long as nobody else can.
   */
  private static final long NO_HASTE = Duration.ofMinutes(1).toNanos();

  private final Assignment assignment;
  private final HeatPump pump;
  private final Tempo tempo;
  private final Quarantine quarantine;
  private final TimeSource time;
  private final Timetable timetable;
  private final List<Occasions.Occasion> occasions;
  private final BackOff backOff = new BackOff();
  private final Waiting waiting = new Waiting();
  private final LogTurns logTurns;
  private final Set<RegisterId> quarantined = new LinkedHashSet<>();
  private final List<Sample> heard = new ArrayList<>();
  private long notBefore;
  private long began;
  private boolean isUnderWay;
  private boolean hasAsked;
  private boolean hasAnswered;
  private int absences;
  private boolean hasGivenUp;
  private boolean isGone;
  private Duration lastRound = Duration.ZERO;

  Round(Assignment assignment, Tempo tempo, Quarantine quarantine, TimeSource time) {
    this.assignment = assignment;
    this.pump = assignment.pump();
    this.tempo = tempo;
    this.quarantine = quarantine;
    this.time = time;
    this.logTurns = new LogTurns(pump, time);
    this.notBefore = time.nanos();
    this.occasions = Occasions.of(assignment.intervals());
    this.timetable = new Timetable(assignment.intervals(), tempo.beat(notBefore));
  }

  PumpId id() {
    return assignment.id();
  }

  /** Whether the pump did not answer when it was last asked. */
  boolean isGone() {
    return isGone;
  }

  /** What asking on time takes, as the requests are planned now. */
  List<Workload.Occasion> load() {
    return Occasions.planned(occasions, pump, register -> !quarantine.holds(register));
  }

  /** The shortest interval asked for. */
  Duration shortest() {
    return assignment.intervals().values().stream().min(Duration::compareTo).orElse(Duration.ZERO);
  }

  void recall(Confinement remembered) {
    quarantine.recall(remembered);
  }

  /** Whether something is waiting to be asked now. */
  boolean isWaiting() {
    return !waiting.isEmpty() || !quarantined.isEmpty();
  }

  /** When something falls due that does not wait yet, in nanoseconds since boot. */
  long nextDue() {
    long due = timetable.nextDue();
    long next = due == Long.MAX_VALUE ? due : tempo.nanos(due);
    return Math.max(next, notBefore);
  }

  /** By which beat the most urgent request should be made; at once if none is needed. */
  long deadline() {
    return waiting.isEmpty() ? Long.MIN_VALUE : waiting.deadline();
  }

  /** Puts what has fallen due by now beside what is still waiting, in the cheapest requests. */
  void comeDue(long now) {
    if (nextDue() > now) {
      return;
    }
    long beat = tempo.beat(now);
    // With the others: whether they answer tells what a refusal of the probe is worth.
    List<RegisterId> probes = quarantine.takeProbes(now);
    probes.forEach(probe -> waiting.add(probe, new Waiting.Turn(now, beat + NO_HASTE)));
    for (Timetable.Due due : timetable.takeDue(beat)) {
      // Nobody is late for having been left alone.
      long from = Math.max(due.at(), tempo.beat(notBefore));
      Waiting.Turn turn = new Waiting.Turn(now, from + due.within());
      due.registers().forEach(register -> want(register, turn, probes));
    }
    waiting.plan(pump);
  }

  private void want(RegisterId register, Waiting.Turn turn, List<RegisterId> probes) {
    if (!quarantine.holds(register)) {
      waiting.add(register, turn);
    } else if (!probes.contains(register)) {
      quarantined.add(register);
    }
  }

  /** Makes the most urgent request of those waiting, and tells of what is in quarantine. */
  Batch ask() {
    if (!isUnderWay) {
      begin();
    }
    List<Sample> samples = new ArrayList<>();
    quarantined.forEach(register -> samples.add(quarantine.sample(register)));
    quarantined.clear();
    if (!waiting.isEmpty()) {
      samples.addAll(asked(waiting.take()));
    }
    // At once: who hears that an alarm has come hears with it which.
    AlarmLog log = logTurns.after(samples);
    boolean isLast = !waiting.holdsFrom(began);
    if (isLast) {
      end();
    }
    return batch(samples, isLast, log);
  }

  private void begin() {
    heard.clear();
    isUnderWay = true;
    hasAsked = false;
    hasAnswered = false;
    hasGivenUp = false;
    absences = 0;
    began = time.nanos();
  }

  private List<Sample> asked(List<RegisterId> registers) {
    List<Sample> samples = new ArrayList<>(pump.ask(registers));
    hasAsked = true;
    hasAnswered |= pump.link() instanceof Link.Up;
    heard.addAll(samples);
    if (samples.size() < registers.size()) {
      searchAmong(registers, samples);
    }
    samples.addAll(fateOfTheRest(samples));
    return samples;
  }

  /** In smaller requests, and in later rounds: this one does not wait for them. */
  private void searchAmong(List<RegisterId> registers, List<Sample> known) {
    long now = time.nanos();
    Waiting.Turn turn = new Waiting.Turn(now, tempo.beat(now) + NO_HASTE);
    Waiting.without(registers, known).forEach(register -> waiting.add(register, turn));
    waiting.plan(pump);
  }

  /**
   * Where nobody is there, every other request would wait for its own timeout: they share the fate
   * of this one at once. A pump that has just answered gets a second chance, for some are silent
   * about registers they do not have. Damaged answers say nothing of the next.
   */
  private List<Sample> fateOfTheRest(List<Sample> samples) {
    if (!(pump.link() instanceof Link.Up)
        && !samples.isEmpty()
        && samples.getLast() instanceof Invalid(_, var at, Fault fault)
        && isAbsence(fault)) {
      absences++;
      if (!hasAnswered || absences > 1 || fault instanceof Fault.LineDown) {
        return giveUp(at, fault);
      }
    } else {
      absences = 0;
    }
    return List.of();
  }

  static boolean isAbsence(Fault fault) {
    return fault instanceof Fault.NoAnswer || fault instanceof Fault.LineDown;
  }

  private List<Sample> giveUp(Moment at, Fault fault) {
    hasGivenUp = true;
    return waiting.takeAll().stream().<Sample>map(id -> new Invalid(id, at, fault)).toList();
  }

  private void end() {
    isUnderWay = false;
    quarantine.note(heard);
    lastRound = Duration.ofNanos(time.nanos() - began);
    if (hasAsked) {
      isGone = hasGivenUp || !hasAnswered;
      Duration rest = backOff.after(isGone ? pump.link() : new Link.Up());
      notBefore = time.nanos() + rest.toNanos();
    }
    if (isGone) {
      // However slow a full line has become, a pump that is gone is looked for at the back-off's
      // pace.
      timetable.restart(tempo.beat(notBefore));
    }
  }

  /** The cheapest requests for these registers. */
  List<List<RegisterId>> requests(Collection<RegisterId> registers) {
    return pump.plan(registers).stream().map(PlannedRead::registers).toList();
  }

  /** Makes one of those requests now, outside the timetable; see {@link HeatPump#ask}. */
  Batch ask(Collection<RegisterId> registers) {
    List<Sample> samples = pump.ask(registers);
    quarantine.noteAside(samples);
    return batch(samples, true);
  }

  Batch batch(List<Sample> samples, boolean isLast) {
    return batch(samples, isLast, new AlarmLog.Unread());
  }

  private Batch batch(List<Sample> samples, boolean isLast, AlarmLog log) {
    return new Batch(id(), pump.link(), lastRound, tempo.stretch(), samples, isLast, log);
  }
}
