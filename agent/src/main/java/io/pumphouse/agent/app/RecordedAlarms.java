package io.pumphouse.agent.app;

import io.pumphouse.agent.blackbox.BlackBox;
import io.pumphouse.agent.poll.AlarmMemory;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.web.model.ActiveAlarm;
import io.pumphouse.web.model.PastAlarm;
import java.util.List;

/** Remembers alarms, and has the black box keep what the readings did around each. */
record RecordedAlarms(BlackBox box, AlarmMemory memory) implements AlarmMemory {
  @Override
  public void appeared(PumpId pump, ActiveAlarm alarm) {
    box.appeared(pump, alarm);
    memory.appeared(pump, alarm);
  }

  @Override
  public void cleared(PumpId pump, ActiveAlarm alarm) {
    memory.cleared(pump, alarm);
  }

  @Override
  public void endedUnseen(PumpId pump, ActiveAlarm alarm) {
    memory.endedUnseen(pump, alarm);
  }

  @Override
  public List<PastAlarm> past(PumpId pump) {
    return memory.past(pump);
  }
}
