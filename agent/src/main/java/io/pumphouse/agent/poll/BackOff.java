package io.pumphouse.agent.poll;

import io.pumphouse.hal.pump.Link;
import java.time.Duration;

/**
 * How long a pump that gives nothing is left alone. A pump that is silent costs its bus a whole
 * timeout each time, so it waits longer and longer; looking whether a missing port is back costs
 * nothing, so that stays frequent. Confined to the bus thread.
 */
final class BackOff {
  private static final Duration SILENT_STEP = Duration.ofSeconds(2);
  private static final Duration SILENT_LIMIT = Duration.ofMinutes(5);
  private static final Duration DOWN_STEP = Duration.ofSeconds(1);
  private static final Duration DOWN_LIMIT = Duration.ofSeconds(30);

  private int failures;

  /**
   * Takes note of how a poll went and says how long to leave the pump alone: zero if it answered.
   */
  Duration after(Link link) {
    return switch (link) {
      case Link.Untried _, Link.Up _ -> {
        failures = 0;
        yield Duration.ZERO;
      }
      case Link.Silent _ -> longer(SILENT_STEP, SILENT_LIMIT);
      case Link.Down _ -> longer(DOWN_STEP, DOWN_LIMIT);
    };
  }

  private Duration longer(Duration step, Duration limit) {
    failures++;
    Duration wanted = step.multipliedBy(failures);
    return wanted.compareTo(limit) < 0 ? wanted : limit;
  }
}
