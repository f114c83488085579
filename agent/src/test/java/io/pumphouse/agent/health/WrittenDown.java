package io.pumphouse.agent.health;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A memory as long as the test; one that can refuse. Confined to one thread. */
final class WrittenDown implements WearMemory {
  private final Map<LocalDate, Worn> sums = new HashMap<>();
  private boolean isRefusing;

  void refuse(boolean isRefusing) {
    this.isRefusing = isRefusing;
  }

  @Override
  public Optional<Worn> add(LocalDate day, Worn more) {
    return isRefusing ? Optional.empty() : Optional.of(sums.merge(day, more, Worn::plus));
  }
}
