package io.pumphouse.agent.store.pack;

import io.pumphouse.agent.poll.Batch;
import io.pumphouse.hal.pump.Link;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Missing;
import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Samples for tests, at whole milliseconds, which is what a block keeps. */
public final class Samples {
  public static final PumpId HOUSE = new PumpId("house");
  public static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");

  private Samples() {}

  public static Moment moment(long wall, long mono) {
    return new Moment(Instant.ofEpochMilli(wall), Duration.ofMillis(mono));
  }

  public static Moment at(Instant wall, long secondsSinceBoot) {
    return new Moment(wall, Duration.ofSeconds(secondsSinceBoot));
  }

  public static Reading reading(String register, Moment at, long raw) {
    return new Reading(new RegisterId(register), at, raw);
  }

  public static Batch batch(Sample... samples) {
    return new Batch(HOUSE, new Link.Up(), Duration.ZERO, List.of(samples), true);
  }

  /** Polls as odd as they come, in the order of time. */
  public static List<List<Point>> oddPolls(Random random) {
    List<List<Point>> polls = new ArrayList<>();
    long wall = random.nextLong(4_000_000_000_000L) - 1_000_000_000_000L;
    long mono = random.nextLong(10_000_000_000L);
    for (int poll = 1 + random.nextInt(20); poll > 0; poll--) {
      List<Point> points = new ArrayList<>();
      for (int point = 1 + random.nextInt(30); point > 0; point--) {
        if (random.nextInt(4) == 0) {
          mono += random.nextInt(2_000);
          wall += random.nextInt(40) == 0 ? random.nextInt() : random.nextInt(2_000);
        }
        int series = 1 + random.nextInt(random.nextBoolean() ? 10 : 1_000_000);
        points.add(new Point(series, oddSample(random, series, moment(wall, mono))));
      }
      polls.add(points);
    }
    return polls;
  }

  private static Sample oddSample(Random random, int series, Moment at) {
    RegisterId register = new RegisterId(String.valueOf(series));
    return switch (random.nextInt(8)) {
      case 0 -> new Missing(register, at);
      case 1 -> new Invalid(register, at, oddFault(random));
      case 2 -> new Reading(register, at, random.nextLong());
      case 3 -> new Reading(register, at, random.nextBoolean() ? Long.MIN_VALUE : Long.MAX_VALUE);
      default -> new Reading(register, at, random.nextInt(5) - 2);
    };
  }

  private static Fault oddFault(Random random) {
    return switch (random.nextInt(8)) {
      case 0 -> new Fault.NoAnswer(Duration.ofMillis(random.nextInt(5_000)));
      case 1 -> new Fault.Refused(1 + random.nextInt(255));
      case 2 -> new Fault.Garbled("checksum " + random.nextInt(3) + " ≠ ünknown");
      case 3 -> new Fault.Late();
      case 4 -> new Fault.Foreign(random.nextInt(256));
      case 5 -> new Fault.Implausible(random.nextLong());
      case 6 -> new Fault.LineDown("");
      default -> new Fault.Quarantined(Instant.ofEpochMilli(random.nextLong(1L << 42)));
    };
  }
}
