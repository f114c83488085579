package io.pumphouse.agent.config;

import java.time.Duration;

/** {@code store:} how readings are kept. */
final class StoreSection {
  static final String EXAMPLE = "{commit-interval: 30s}";

  private static final Kind<Duration> COMMIT_INTERVAL = Durations.between("1s", "10m", "30s");

  private StoreSection() {}

  static StoreConfig read(Section store) {
    return new StoreConfig(
        store.optional("commit-interval", COMMIT_INTERVAL, Duration.ofSeconds(30)));
  }
}
