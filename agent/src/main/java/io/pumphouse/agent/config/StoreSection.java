package io.pumphouse.agent.config;

import java.time.Duration;

/** {@code store:} how readings are kept. */
final class StoreSection {
  static final String EXAMPLE = "{commit-interval: 30s, keep-raw: 90d, keep-minutes: 2y}";

  private static final StoreConfig DEFAULT = new StoreConfig(Duration.ofSeconds(30));
  static final Kind<Duration> COMMIT_INTERVAL = Durations.between("1s", "10m", "30s");
  static final Kind<Duration> KEEP = Durations.orForever("1d", "100y", "90d");
  private static final Kind<Long> FLOOR = Sizes.between("16 MiB", "1024 GiB", "200 MiB");

  private StoreSection() {}

  static StoreConfig read(Section store) {
    return new StoreConfig(
        store.optional("commit-interval", COMMIT_INTERVAL, DEFAULT.commitInterval()),
        store.optional("keep-raw", KEEP, DEFAULT.keepRaw()),
        store.optional("keep-minutes", KEEP, DEFAULT.keepMinutes()),
        store.optional("keep-hours", KEEP, DEFAULT.keepHours()),
        store.optional("disk-floor", FLOOR, DEFAULT.diskFloor()),
        store.optional("keep-events", KEEP, DEFAULT.keepEvents()));
  }
}
