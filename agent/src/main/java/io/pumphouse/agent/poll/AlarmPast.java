package io.pumphouse.agent.poll;

import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.pump.AlarmLog;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.Missing;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Sample;
import io.pumphouse.web.model.LastAlarm;
import java.util.Map;

/** Which alarm was the last, from the pump's log or from its register for that. Pure. */
final class AlarmPast {
  private AlarmPast() {}

  static LastAlarm last(RegisterMap map, Map<RegisterId, Sample> newest, AlarmLog log) {
    return switch (log) {
      case AlarmLog.Heard heard when heard.newestFirst().isEmpty() -> new LastAlarm.None();
      case AlarmLog.Heard heard -> {
        AlarmLog.Entry entry = heard.newestFirst().getFirst();
        yield new LastAlarm.WasAt(map.alarms().named(entry.code()), entry.at());
      }
      case AlarmLog.Unheard unheard -> new LastAlarm.Unknown(unheard.fault().words());
      case AlarmLog.Unread _ ->
          map.find(Metric.ALARM_LAST_CODE)
              .map(register -> last(map, register, newest))
              .orElseGet(LastAlarm.Untold::new);
    };
  }

  private static LastAlarm last(
      RegisterMap map, Register register, Map<RegisterId, Sample> newest) {
    if (!newest.containsKey(register.id())) {
      return new LastAlarm.Unknown("not asked yet");
    }
    return switch (newest.get(register.id())) {
      case Reading(_, _, long raw) when raw == 0 -> new LastAlarm.None();
      case Reading(_, _, long raw) ->
          new LastAlarm.Was(map.alarms().named(register.decimal(raw).intValue()));
      case Missing _ -> new LastAlarm.Untold();
      case Invalid invalid -> new LastAlarm.Unknown(invalid.fault().words());
    };
  }
}
