package io.pumphouse.agent.poll;

import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.web.model.ActiveAlarm;

/**
 * Somebody who wants to know when alarms come and go. Called on bus threads: takes note and returns
 * at once, never throws.
 */
public interface AlarmListener {
  /** This alarm is active, and was not when last looked at; each is told once. */
  void appeared(PumpId pump, ActiveAlarm alarm);

  /** This alarm is over. That a pump falls silent ends no alarm. */
  void cleared(PumpId pump, ActiveAlarm alarm);
}
