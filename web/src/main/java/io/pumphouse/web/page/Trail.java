package io.pumphouse.web.page;

import io.pumphouse.web.model.Recording.Tick;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/**
 * A register's way through a recording as the path of a small picture: a value holds until the
 * next, and where there is none the line is broken. Pure.
 */
final class Trail {
  static final int WIDTH = 160;
  static final int HEIGHT = 24;

  /** From the beginning of the picture to the alarm, as far back as recordings go. */
  static final Duration BEFORE = Duration.ofMinutes(15);

  private static final Duration AFTER = Duration.ofMinutes(5);
  private static final long STEP = BEFORE.plus(AFTER).toMillis() / WIDTH;

  private final long lowest;
  private final long highest;
  private final StringBuilder path = new StringBuilder();
  private boolean isDown;
  private int lastX = -1;
  private int lastY = -1;

  private Trail(long lowest, long highest) {
    this.lowest = lowest;
    this.highest = highest;
  }

  /** The path; empty where there is no value at all. */
  static String of(List<Tick> ticks) {
    long[] values =
        ticks.stream()
            .filter(Tick.Value.class::isInstance)
            .mapToLong(tick -> ((Tick.Value) tick).raw())
            .toArray();
    if (values.length == 0) {
      return "";
    }
    var all = LongStream.of(values).summaryStatistics();
    Trail trail = new Trail(all.getMin(), all.getMax());
    ticks.forEach(trail::go);
    trail.holdTo(trail.lastX + 1);
    return trail.path.toString();
  }

  private static int x(Duration fromAlarm) {
    long millis = fromAlarm.plus(BEFORE).toMillis();
    return Math.clamp(millis / STEP, 0, WIDTH);
  }

  private void go(Tick tick) {
    int x = x(tick.fromAlarm());
    switch (tick) {
      case Tick.Value(var _, long raw) -> value(x, y(raw));
      case Tick.Gap _ -> {
        holdTo(x);
        isDown = false;
      }
    }
    lastX = x;
  }

  private void value(int x, int y) {
    if (!isDown) {
      path.append(String.format(Locale.ROOT, "M%d %d", x, y));
    } else if (y != lastY) {
      holdTo(x);
      path.append('V').append(y);
    }
    isDown = true;
    lastY = y;
  }

  private void holdTo(int x) {
    if (isDown) {
      path.append('H').append(Math.min(x, WIDTH));
    }
  }

  /** High values stand high; one that never changes stands in the middle. */
  private int y(long raw) {
    if (lowest == highest) {
      return HEIGHT / 2;
    }
    return 1 + Math.toIntExact((highest - raw) * (HEIGHT - 2) / (highest - lowest));
  }
}
