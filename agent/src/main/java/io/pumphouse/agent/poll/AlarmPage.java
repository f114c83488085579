package io.pumphouse.agent.poll;

import io.pumphouse.agent.poll.AlarmSign.Active;
import io.pumphouse.agent.poll.AlarmSign.Quiet;
import io.pumphouse.agent.poll.AlarmSign.Unknown;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.pump.AlarmLog;
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
  private final AlarmListener listener;
  private final TimeSource time;
  private final Set<RegisterId> concerned;
  private final Set<RegisterId> unheard;
  private final Map<RegisterId, Sample> newest = new HashMap<>();
  private final Map<RegisterId, Standing> standing = new LinkedHashMap<>();
  private final Set<RegisterId> everQuiet = new HashSet<>();
  private Map<RegisterId, AlarmSign> signs = Map.of();
  private AlarmLog log = new AlarmLog.Unread();

  /** An alarm that a register told of and has not taken back, though it may be silent now. */
  private record Standing(Active sign, boolean isOlder, Moment since) {
    ActiveAlarm alarm(Moment now) {
      return new ActiveAlarm(
          sign.alarm(),
          sign.isCertain(),
          isOlder ? new Since.BeforeStart() : new Since.At(since.wall(), since.ageAt(now)));
    }
  }

  AlarmPage(Assignment assignment, AlarmListener listener, TimeSource time) {
    this.id = assignment.id();
    this.map = assignment.pump().map();
    this.registers = new AlarmSigns(map);
    this.concerned = registers.all();
    this.unheard = new HashSet<>(concerned);
    this.listener = listener;
    this.time = time;
  }

  /**
   * Takes note. Judges only when every register was heard once more: half of them may know that
   * there is an alarm, and not yet which.
   */
  synchronized void note(Batch batch) {
    batch.samples().stream()
        .filter(sample -> concerned.contains(sample.register()))
        .forEach(sample -> newest.put(sample.register(), sample));
    batch.samples().forEach(sample -> unheard.remove(sample.register()));
    if (!(batch.log() instanceof AlarmLog.Unread)) {
      log = batch.log();
    }
    if (unheard.isEmpty()) {
      unheard.addAll(concerned);
      signs = registers.read(newest, last());
      signs.forEach(this::judge);
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
    if (before == null || isAnother(before.sign(), active)) {
      Moment now = time.now();
      boolean isOlder = before == null ? !everQuiet.contains(source) : before.isOlder();
      clear(source);
      Standing fresh = new Standing(active, isOlder && before == null, now);
      standing.put(source, fresh);
      listener.appeared(id, fresh.alarm(now));
    }
  }

  /** A name that was found stays while the log cannot be read. */
  private static boolean isAnother(Active before, Active now) {
    return !before.alarm().code().equals(now.alarm().code()) && now.isNamed();
  }

  private void clear(RegisterId source) {
    Standing before = standing.remove(source);
    if (before != null) {
      listener.cleared(id, before.alarm(time.now()));
    }
  }

  synchronized AlarmReport report() {
    Moment now = time.now();
    List<ActiveAlarm> active =
        standing.entrySet().stream()
            .filter(each -> !(signs.get(each.getKey()) instanceof Unknown))
            .map(each -> each.getValue().alarm(now))
            .toList();
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
