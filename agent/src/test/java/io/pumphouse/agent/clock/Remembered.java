package io.pumphouse.agent.clock;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A memory that outlives agent and machine. Confined to one test. */
final class Remembered implements ClockMemory {
  private final World world;
  private final Map<String, PastBoot> boots = new LinkedHashMap<>();
  private boolean isRefusing;

  Remembered(World world) {
    this.world = world;
  }

  void refuse(boolean isSo) {
    isRefusing = isSo;
  }

  @Override
  public Optional<Recalled> recall() {
    if (isRefusing) {
      return Optional.empty();
    }
    List<Era> mine =
        Optional.ofNullable(boots.get(world.boot())).map(PastBoot::eras).orElse(List.of());
    List<PastBoot> others = new ArrayList<>(boots.values());
    others.removeIf(boot -> boot.id().equals(world.boot()));
    return Optional.of(new Recalled(mine, others));
  }

  @Override
  public boolean keep(List<Era> eras, Duration seen) {
    boots.put(world.boot(), new PastBoot(world.boot(), eras, seen, false));
    return true;
  }

  @Override
  public void mended(String boot) {
    boots.computeIfPresent(boot, (_, old) -> new PastBoot(boot, old.eras(), old.seen(), true));
  }
}
