package io.pumphouse.agent.health;

import io.pumphouse.web.model.Health.Check;
import io.pumphouse.web.model.Vitals;
import io.pumphouse.web.model.Vitals.Figure;
import io.pumphouse.web.model.Vitals.Power;
import io.pumphouse.web.model.Wear;
import io.pumphouse.web.model.Wear.Disk;
import io.pumphouse.web.model.Wear.Life;
import io.pumphouse.web.model.Wear.Written;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Disk and machine in words, for the health board. Pure. */
final class MachineWords {
  private static final double MEBI = 1024 * 1024;

  /** Below it a Pi's log, updates and the store get in each other's way. */
  private static final long LEAST_FREE = 200 * 1024 * 1024;

  /** A Pi slows itself down at 80 °C. */
  private static final double HOT = 80;

  private static final int WORN_PERCENT = 90;

  private MachineWords() {}

  static Check disk(Wear wear) {
    String cause =
        String.join(
            "; ",
            Stream.of(
                    mebi(wear.freeBytes()) + " free" + place(wear.disk()),
                    "written today ("
                        + span(wear.over())
                        + " counted): "
                        + written("the agent", wear.byAgent())
                        + ", "
                        + written("everybody", wear.toDisk()),
                    life(wear.life()))
                .toList());
    if (wear.freeBytes() < LEAST_FREE) {
      return Check.degraded(
          "disk", cause, "free some space; below " + mebi(LEAST_FREE) + " storing soon stops");
    }
    return isWorn(wear.life())
        ? Check.degraded(
            "disk", cause, "copy the data away soon and put in a new card, best a larger one")
        : Check.well("disk", cause);
  }

  private static boolean isWorn(Life life) {
    return switch (life) {
      case Life.Told(int percent, boolean isNearEnd) -> isNearEnd || percent > WORN_PERCENT;
      case Life.Estimated(double years, _) -> years < 1;
      case Life.Unknown _ -> false;
    };
  }

  private static String place(Disk disk) {
    return switch (disk) {
      case Disk.Device(String name, _) -> " on " + name;
      case Disk.Unseen(String why) -> ", " + why;
    };
  }

  private static String span(Duration over) {
    return over.toHours() + " h " + over.toMinutesPart() + " min";
  }

  private static String written(String who, Written written) {
    return switch (written) {
      case Written.Bytes(long bytes) -> mebi(bytes) + " by " + who;
      case Written.Uncounted _ -> "not counted for " + who;
    };
  }

  private static String life(Life life) {
    return switch (life) {
      case Life.Told(int percent, _) -> "the disk says that up to " + percent + " % is worn";
      case Life.Estimated(double years, String assumption) ->
          String.format(
              Locale.ROOT, "at this rate it lasts about %.0f years (%s)", years, assumption);
      case Life.Unknown(String why) -> "how long it lasts is not known: " + why;
    };
  }

  static Check machine(Vitals vitals) {
    String cause =
        String.join(
            ", ",
            List.of(
                figure("processor %.0f %% busy", vitals.cpu(), 100, "processor"),
                memory(vitals),
                figure("%.1f °C", vitals.celsius(), 1, "temperature"),
                power(vitals.power())));
    if (vitals.power() == Power.LOW) {
      return Check.degraded(
          "machine",
          cause,
          "use the maker's power supply and a short cable; low voltage damages data on the card");
    }
    return vitals.celsius() instanceof Figure.Known(double degrees) && degrees >= HOT
        ? Check.degraded("machine", cause, "give the Pi more air, or keep it off the warm pipes")
        : Check.well("machine", cause);
  }

  private static String memory(Vitals vitals) {
    String free = figure("%.0f MiB of memory free", vitals.memoryFree(), 1 / MEBI, "memory");
    return vitals.memoryFree() instanceof Figure.Known
            && vitals.memoryTotal() instanceof Figure.Known(double bytes)
        ? free + " of " + mebi((long) bytes)
        : free;
  }

  private static String figure(String format, Figure figure, double factor, String name) {
    return switch (figure) {
      case Figure.Known(double value) -> String.format(Locale.ROOT, format, value * factor);
      case Figure.Unknown _ -> name + " not watched";
    };
  }

  private static String power(Power power) {
    return switch (power) {
      case WELL -> "voltage well";
      case WAS_LOW -> "voltage well now, but too low since the machine started";
      case LOW -> "voltage too low";
      case UNKNOWN -> "voltage not watched";
    };
  }

  private static String mebi(long bytes) {
    return String.format(Locale.ROOT, "%.0f MiB", bytes / MEBI);
  }
}
