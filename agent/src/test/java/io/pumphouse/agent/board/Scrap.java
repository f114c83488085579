package io.pumphouse.agent.board;

import io.pumphouse.hal.reading.PumpId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** A memory that can refuse, and notes every write. Confined to one thread. */
final class Scrap implements PulseMemory {
  final List<Long> written = new ArrayList<>();
  boolean isRefusing;

  @Override
  public OptionalLong recall(PumpId pump) {
    return isRefusing
        ? OptionalLong.empty()
        : OptionalLong.of(written.isEmpty() ? 0 : written.getLast());
  }

  @Override
  public boolean keep(PumpId pump, long milliwattHours) {
    if (!isRefusing) {
      written.add(milliwattHours);
    }
    return !isRefusing;
  }
}
