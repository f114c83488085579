package io.pumphouse.web.page;

import java.time.Duration;

/** How old something is, in words. {@code live.js} says it the same way while it counts on. */
public final class Age {
  private static final int FRESH_SECONDS = 10;

  private Age() {}

  /** Calm, for a card: it changes its words six times in the first minute, then once a minute. */
  public static String coarse(Tongue tongue, Duration age) {
    long seconds = age.toSeconds();
    if (seconds < FRESH_SECONDS) {
      return tongue.say("js.just-now");
    }
    String length = seconds < 60 ? seconds / 10 * 10 + "\u00a0s" : exact(age);
    return tongue.say("js.ago", length);
  }

  /** To the second within the first two minutes: {@code 47 s}, {@code 3 min}, {@code 2 d}. */
  public static String exact(Duration age) {
    long seconds = Math.max(0, age.toSeconds());
    if (seconds < 120) {
      return seconds + "\u00a0s";
    }
    if (seconds < 7200) {
      return seconds / 60 + "\u00a0min";
    }
    return seconds < 172_800 ? seconds / 3600 + "\u00a0h" : seconds / 86_400 + "\u00a0d";
  }
}
