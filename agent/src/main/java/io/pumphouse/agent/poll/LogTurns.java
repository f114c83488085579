package io.pumphouse.agent.poll;

import io.pumphouse.agent.command.Workload;
import io.pumphouse.hal.pump.AlarmLog;
import io.pumphouse.hal.pump.HeatPump;
import io.pumphouse.hal.pump.PlannedRead;
import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Sample;
import io.pumphouse.hal.reading.TimeSource;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * When one pump's alarm log is asked for: as soon as an alarm comes, to learn which, and now and
 * then besides. Confined to the bus thread.
 */
final class LogTurns {
  private static final Duration EVERY = Duration.ofMinutes(10);
  private static final Duration AGAIN = Duration.ofMinutes(1);

  private final HeatPump pump;
  private final TimeSource time;
  private final Set<RegisterId> outputs;
  private boolean isAlarmed;
  private long dueAt;

  /** The first turn is at once. */
  LogTurns(HeatPump pump, TimeSource time) {
    this.pump = pump;
    this.time = time;
    this.outputs =
        pump.map().find(Metric.ALARM_ACTIVE).map(Register::id).map(Set::of).orElse(Set.of());
    this.dueAt = time.nanos();
  }

  /** What reading the log of a pump takes; nothing for a pump that keeps none. */
  static List<Workload.Occasion> load(HeatPump pump) {
    List<PlannedRead> reads = pump.planAlarmLog();
    return reads.isEmpty() || pump.map().find(Metric.ALARM_ACTIVE).isEmpty()
        ? List.of()
        : List.of(new Workload.Occasion(List.of(EVERY), 1.0 / EVERY.toSeconds(), reads));
  }

  /** After a request that told whether there is an alarm: the log, if it is its turn. */
  AlarmLog after(List<Sample> samples) {
    for (Sample sample : samples) {
      if (sample instanceof Reading reading && outputs.contains(reading.register())) {
        return after(reading);
      }
    }
    return new AlarmLog.Unread();
  }

  private AlarmLog after(Reading output) {
    boolean isNews = !isAlarmed && output.raw() != 0;
    isAlarmed = output.raw() != 0;
    return isNews || time.nanos() - dueAt >= 0 ? ask() : new AlarmLog.Unread();
  }

  private AlarmLog ask() {
    AlarmLog log = pump.alarmLog();
    Duration rest = log instanceof AlarmLog.Unheard ? AGAIN : EVERY;
    dueAt = time.nanos() + rest.toNanos();
    return log;
  }
}
