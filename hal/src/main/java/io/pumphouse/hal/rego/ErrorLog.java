package io.pumphouse.hal.rego;

import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Moment;
import java.util.List;

/**
 * What asking for the error log gave. What stands in it has happened; whether it is still so, only
 * the alarm output or the alarm lamp says.
 */
public sealed interface ErrorLog {
  /**
   * The log, whole.
   *
   * @param newestFirst the last error and the one before, as far as there are any
   */
  record Heard(List<RegoError> newestFirst, Moment at) implements ErrorLog {
    public Heard {
      newestFirst = List.copyOf(newestFirst);
    }
  }

  /**
   * It could not be read whole.
   *
   * @param next what a technician should do about it
   */
  record Unheard(Fault fault, String next, Moment at) implements ErrorLog {}
}
