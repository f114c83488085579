package io.pumphouse.agent.poll;

import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.web.model.ActiveAlarm;
import io.pumphouse.web.model.PastAlarm;
import java.util.List;

/**
 * Where alarms are remembered, across restarts of the agent. But for {@link #past}, called on bus
 * threads: takes note and returns at once, never throws. Thread-safe.
 */
public interface AlarmMemory {
  /**
   * This alarm is active, and was not when last looked at. One that was there before the agent
   * started may be an old acquaintance.
   */
  void appeared(PumpId pump, ActiveAlarm alarm);

  /** This alarm is over. That a pump falls silent ends no alarm. */
  void cleared(PumpId pump, ActiveAlarm alarm);

  /** This alarm was active when the agent last looked, before it was restarted, and is over. */
  void endedUnseen(PumpId pump, ActiveAlarm alarm);

  /** As {@link io.pumphouse.web.model.Alarms#past}: may wait for the disk. */
  List<PastAlarm> past(PumpId pump);

  /**
   * An alarm that was active when the agent last looked.
   *
   * @param pump whose
   * @param alarm which; its age counts up to the moment it was recalled
   */
  record Remembered(PumpId pump, ActiveAlarm alarm) {}
}
