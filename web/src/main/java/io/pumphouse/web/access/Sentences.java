package io.pumphouse.web.access;

import java.time.Duration;

/** What people are told at the door. */
final class Sentences {
  private Sentences() {}

  static String wait(Duration time) {
    return "too many tries from your address; try again in %d s. At the machine itself \"pumphouse passwd\" always works"
        .formatted(time.toSeconds() + 1);
  }
}
