package io.pumphouse.web.model;

import io.pumphouse.hal.reading.PumpId;
import java.util.List;
import java.util.Locale;

/**
 * What is known of a pump's alarms.
 *
 * @param pump the pump
 * @param state whether there is an alarm now
 * @param why why that is not known; empty unless the state is {@link State#UNKNOWN}
 * @param active what is active now; states of operation stand here too, told by their severity
 * @param last the last alarm the pump remembers, which may be long gone
 */
public record AlarmReport(
    PumpId pump, State state, String why, List<ActiveAlarm> active, LastAlarm last) {
  public AlarmReport {
    active = List.copyOf(active);
  }

  /** Whether there is an alarm now. Not knowing is not the same as none. */
  public enum State {
    /** At least one. */
    ACTIVE,
    /** The pump says that there is none. */
    NONE,
    /** The pump does not say, or not now. */
    UNKNOWN;

    /** The word in the API. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Those that are no mere states of operation. */
  public List<ActiveAlarm> faults() {
    return active.stream().filter(ActiveAlarm::isFault).toList();
  }
}
