package io.pumphouse.web.model;

import io.pumphouse.hal.reading.PumpId;
import java.util.List;
import java.util.Optional;

/**
 * What the readings did just before and after alarms. Thread-safe; each question reads the
 * database, so ask on a thread that may wait.
 */
public interface Recordings {
  /** Those of one pump, newest first. */
  List<Recording.Head> list(PumpId pump);

  /** One of them; empty if it is gone or cannot be read. */
  Optional<Recording> open(long id);
}
