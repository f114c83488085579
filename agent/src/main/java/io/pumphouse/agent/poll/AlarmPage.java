package io.pumphouse.agent.poll;

import io.pumphouse.agent.poll.AlarmSign.Active;
import io.pumphouse.agent.poll.AlarmSign.Quiet;
import io.pumphouse.agent.poll.AlarmSign.Unknown;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.pump.AlarmLog;
import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Sample;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.ActiveAlarm;
import io.pumphouse.web.model.ActiveAlarm.Since;
import io.pumphouse.web.model.AlarmReport;
import io.pumphouse.web.model.AlarmReport.State;
import io.pumphouse.web.model.LastAlarm;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The alarms of one pump: written by its bus thread, read by anyone. */
final class AlarmPage {
  private final PumpId id;
  private final RegisterMap map;
  private final AlarmSigns registers;
  private final AlarmMemory memory;
  private final TimeSource time;
  private final Set<RegisterId> concerned;
  private final Set<RegisterId> unheard;
  private final Map<RegisterId, Sample> newest = new HashMap<>();
  private final Map<RegisterId, Standing> standing = new LinkedHashMap<>();
  private final Set<RegisterId> everQuiet = new HashSet<>();
  private Map<RegisterId, AlarmSign> signs = Map.of();
  private AlarmLog log = new AlarmLog.Unread();
  private List<Standing> remembered = List.of();

  /**
   * An alarm that a register told of and has not taken back, though it may be silent now.
   *
   * @param since as it was at that moment
   */
  private record Standing(Active sign, Since since, Moment asOf) {
    ActiveAlarm alarm(Moment now) {
      Since sinceNow =
          switch (since) {
            case Since.At(var at, var age) -> new Since.At(at, age.plus(asOf.ageAt(now)));
            case Since.BeforeStart before -> before;
          };
      return new ActiveAlarm(sign.alarm(), sign.isCertain(), sinceNow);
    }

    /** A name that was probable stands for one that is not known now. */
    boolean isThatOf(Active other) {
      return sign.alarm().code().equals(other.alarm().code())
          || (!sign.isCertain() && !other.isNamed());
    }
  }

  AlarmPage(Assignment assignment, AlarmMemory memory, TimeSource time) {
    this.id = assignment.id();
    this.map = assignment.pump().map();
    this.registers = new AlarmSigns(map);
    this.concerned = registers.all();
    this.unheard = new HashSet<>(concerned);
    this.memory = memory;
    this.time = time;
  }

  /**
   * Takes note. Judges only when every register was heard once more: half of them may know that
   * there is an alarm, and not yet which.
   */
  synchronized void note(Batch batch) {
    for (Sample sample : batch.samples()) {
      if (concerned.contains(sample.register())) {
        newest.put(sample.register(), sample);
        unheard.remove(sample.register());
      }
    }
    if (!(batch.log() instanceof AlarmLog.Unread)) {
      log = batch.log();
    }
    if (unheard.isEmpty()) {
      unheard.addAll(concerned);
      signs = registers.read(newest, last());
      signs.forEach(this::judge);
      settle();
    }
  }

  /** Goes on with what was active when the agent last looked, before it was restarted. */
  synchronized void recall(List<ActiveAlarm> alarms) {
    Moment now = time.now();
    List<Standing> all =
        alarms.stream()
            .map(
                each -> new Standing(new Active(each.alarm(), each.isCertain()), each.since(), now))
            .toList();
    standing.replaceAll(
        (_, each) ->
            each.since() instanceof Since.BeforeStart
                ? all.stream().filter(old -> old.isThatOf(each.sign())).findFirst().orElse(each)
                : each);
    remembered =
        all.stream()
            .filter(old -> standing.values().stream().noneMatch(it -> old.isThatOf(it.sign())))
            .toList();
    settle();
  }

  /** What was remembered and is not told any more is over, once it is known what is. */
  private void settle() {
    if (!remembered.isEmpty() && why().isEmpty()) {
      Moment now = time.now();
      remembered.forEach(each -> memory.endedUnseen(id, each.alarm(now)));
      remembered = List.of();
    }
  }

  private void judge(RegisterId source, AlarmSign sign) {
    switch (sign) {
      case Active active -> activate(source, active);
      case Quiet _ -> {
        everQuiet.add(source);
        clear(source);
      }
      case Unknown _ -> {} // What was active may still be.
    }
  }

  private void activate(RegisterId source, Active active) {
    Standing before = standing.get(source);
    if (before == null && !everQuiet.contains(source)) {
      meet(source, active);
    } else if (before == null || isAnother(before.sign(), active)) {
      clear(source);
      Moment now = time.now();
      stand(source, new Standing(active, new Since.At(now.wall(), Duration.ZERO), now));
    }
  }

  /** It was there before: an old acquaintance is nothing to tell of. */
  private void meet(RegisterId source, Active active) {
    remembered.stream()
        .filter(old -> old.isThatOf(active))
        .findFirst()
        .ifPresentOrElse(
            old -> {
              standing.put(source, old);
              remembered = remembered.stream().filter(each -> !each.equals(old)).toList();
            },
            () -> stand(source, new Standing(active, new Since.BeforeStart(), time.now())));
  }

  private void stand(RegisterId source, Standing fresh) {
    standing.put(source, fresh);
    memory.appeared(id, fresh.alarm(time.now()));
  }

  /** A name that was found stays while the log cannot be read. */
  private static boolean isAnother(Active before, Active now) {
    return !before.alarm().code().equals(now.alarm().code()) && now.isNamed();
  }

  private void clear(RegisterId source) {
    Standing before = standing.remove(source);
    if (before != null) {
      memory.cleared(id, before.alarm(time.now()));
    }
  }

  /** What is active, without the reasons: a live page asks every second. */
  synchronized List<ActiveAlarm> active() {
    if (standing.isEmpty()) {
      return List.of();
    }
    Moment now = time.now();
    return standing.entrySet().stream()
        .filter(each -> !(signs.get(each.getKey()) instanceof Unknown))
        .map(each -> each.getValue().alarm(now))
        .toList();
  }

  /** Whether this model takes a reset over its line. */
  boolean canReset() {
    return map.find(Metric.ALARM_RESET).isPresent();
  }

  synchronized AlarmReport report() {
    List<ActiveAlarm> active = active();
    String why = active.isEmpty() ? why() : "";
    State state = active.isEmpty() ? (why.isEmpty() ? State.NONE : State.UNKNOWN) : State.ACTIVE;
    return new AlarmReport(id, state, why, active, last());
  }

  private LastAlarm last() {
    return AlarmPast.last(map, newest, log);
  }

  /** Why it is not known whether there is an alarm; empty if it is known. */
  private String why() {
    if (registers.deciding().isEmpty()) {
      return "no register of this model tells";
    }
    String missing =
        registers.deciding().stream()
            .flatMap(this::unknown)
            .distinct()
            .collect(Collectors.joining(", "));
    return missing.isEmpty() || standing.isEmpty() ? missing : missing + "; before: " + lastKnown();
  }

  private Stream<String> unknown(RegisterId source) {
    return switch (signs.getOrDefault(source, new Unknown("not asked yet"))) {
      case Unknown(String why) -> Stream.of(map.nameOf(source) + ": " + why);
      case Active _, Quiet _ -> Stream.empty();
    };
  }

  private String lastKnown() {
    Moment now = time.now();
    return standing.values().stream()
        .map(each -> each.alarm(now).words())
        .collect(Collectors.joining(", "));
  }
}
