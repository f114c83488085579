package io.pumphouse.web.model;

import io.pumphouse.hal.reading.PumpId;
import java.util.List;

/**
 * Changes a setting of a pump, if the configuration lets it. Thread-safe; waits for the bus, so ask
 * on a thread that may wait.
 */
public interface Writes {
  /** Writes once, or says why not; never repeats a write. Every order is kept as an event. */
  WriteReport write(WriteOrder order);

  /** The settings that the configuration lets be written on this pump, by public name, sorted. */
  List<String> offered(PumpId pump);

  /** Resets the alarms of this pump: a write like any other, of the value its model wants. */
  WriteReport resetAlarm(PumpId pump, String who, String why);
}
