package io.pumphouse.web.live;

import io.pumphouse.web.model.ActiveAlarm;
import io.pumphouse.web.model.LiveReading;
import io.pumphouse.web.model.PumpStatus;
import java.util.List;

/**
 * What one pump says now, and what of it clients do not know yet.
 *
 * @param pump as it is
 * @param alarms all that are active
 * @param isOther whether pump or alarms are not as they were told, apart from ages
 * @param appeared those that were not active when last told
 * @param over those that were active when last told, as they were then
 * @param readings all of them
 * @param fresh those that say something of another kind than was told, or for the first time
 * @param moved those whose number, or fault, is another than was told
 * @param again those that are as was told, long ago, and were asked again since
 */
record News(
    PumpStatus pump,
    List<ActiveAlarm> alarms,
    boolean isOther,
    List<ActiveAlarm> appeared,
    List<ActiveAlarm> over,
    List<LiveReading> readings,
    List<LiveReading> fresh,
    List<LiveReading> moved,
    List<LiveReading> again) {

  boolean isNone() {
    return !isOther && fresh.isEmpty() && moved.isEmpty() && again.isEmpty();
  }
}
