package io.pumphouse.hal.pump;

import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Sample;
import java.util.Collection;
import java.util.List;

/** Something that measures beside a pump's line, on this machine. Thread-safe. */
@FunctionalInterface
public interface Meter {
  /**
   * What it shows now: exactly one sample for each of these, in the order asked. Returns at once
   * and never throws.
   */
  List<Sample> read(Collection<RegisterId> registers);
}
