package io.pumphouse.agent.poll;

import io.pumphouse.agent.poll.AlarmSign.Active;
import io.pumphouse.agent.poll.AlarmSign.Quiet;
import io.pumphouse.agent.poll.AlarmSign.Unknown;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.reading.Alarm;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.Missing;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Sample;
import io.pumphouse.hal.reading.Severity;
import io.pumphouse.web.model.LastAlarm;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the registers in which a model tells its alarms: bits of their own, the number of the
 * active one, and one that only says that there is one. Immutable.
 */
final class AlarmSigns {
  private static final Alarm UNNAMED =
      new Alarm("", "", Severity.UNKNOWN, "alarm; the pump does not say which", "");

  private final RegisterMap map;
  private final Set<RegisterId> sources = new LinkedHashSet<>();

  AlarmSigns(RegisterMap map) {
    this.map = map;
    sources.addAll(map.alarms().bits().keySet());
    map.find(Metric.ALARM_CODE).map(Register::id).ifPresent(sources::add);
    map.find(Metric.ALARM_ACTIVE).map(Register::id).ifPresent(sources::add);
  }

  /** Every register that says anything about alarms, now or past. */
  Set<RegisterId> all() {
    Set<RegisterId> all = new LinkedHashSet<>(sources);
    map.find(Metric.ALARM_LAST_CODE).map(Register::id).ifPresent(all::add);
    return all;
  }

  /**
   * The registers that settle whether there is an alarm: the number of the active one, or else the
   * sum, or else all the bits. (The sum of a NIBE S is only about its first class.)
   */
  List<RegisterId> deciding() {
    return map.find(Metric.ALARM_CODE)
        .or(() -> map.find(Metric.ALARM_ACTIVE))
        .map(register -> List.of(register.id()))
        .orElseGet(() -> List.copyOf(map.alarms().bits().keySet()));
  }

  /**
   * What each of the registers says.
   *
   * @param newest the newest sample of each, as far as there is one
   * @param last which alarm was the last, to name what nothing else names
   */
  Map<RegisterId, AlarmSign> read(Map<RegisterId, Sample> newest, LastAlarm last) {
    Map<RegisterId, AlarmSign> signs = new LinkedHashMap<>();
    for (RegisterId source : sources) {
      signs.put(source, sign(source, newest, last));
    }
    boolean isExplained = signs.values().stream().anyMatch(AlarmSigns::explains);
    if (isExplained) {
      signs.replaceAll(
          (source, sign) ->
              isMetric(source, Metric.ALARM_ACTIVE) && sign instanceof Active ? new Quiet() : sign);
    }
    return signs;
  }

  private static boolean explains(AlarmSign sign) {
    return sign instanceof Active active
        && active.isCertain()
        && active.isNamed()
        && active.alarm().severity() != Severity.INFO;
  }

  private AlarmSign sign(RegisterId source, Map<RegisterId, Sample> newest, LastAlarm last) {
    if (!newest.containsKey(source)) {
      return new Unknown("not asked yet");
    }
    return switch (newest.get(source)) {
      case Reading(_, _, long raw) when raw == 0 -> new Quiet();
      case Reading(_, _, long raw) -> active(source, raw, last);
      case Missing _ -> new Unknown("the pump says that it has no such register");
      case Invalid invalid -> new Unknown(invalid.fault().words());
    };
  }

  private AlarmSign active(RegisterId source, long raw, LastAlarm last) {
    if (isMetric(source, Metric.ALARM_CODE)) {
      return new Active(map.alarms().named(code(source, raw)), true);
    }
    return map.alarms()
        .byBit(source)
        .<AlarmSign>map(alarm -> new Active(alarm, true))
        .orElseGet(() -> probable(last));
  }

  private static Active probable(LastAlarm last) {
    return switch (last) {
      case LastAlarm.Was(Alarm alarm) -> new Active(alarm, false);
      case LastAlarm.WasAt(Alarm alarm, _) -> new Active(alarm, false);
      case LastAlarm.Untold _, LastAlarm.None _, LastAlarm.Unknown _ -> new Active(UNNAMED, true);
    };
  }

  /** A code may come scaled: 210 steps of 0.1 are alarm 21. */
  private int code(RegisterId source, long raw) {
    return map.find(source).orElseThrow().decimal(raw).intValue();
  }

  private boolean isMetric(RegisterId register, Metric metric) {
    return map.metricOf(register).filter(metric::equals).isPresent();
  }
}
