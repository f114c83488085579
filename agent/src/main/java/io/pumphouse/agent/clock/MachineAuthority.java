package io.pumphouse.agent.clock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * Asks the Linux kernel, which every time daemon tells; where the agent may not ask it, the mark of
 * systemd-timesyncd; and before that the clock with a battery. Why so: {@code
 * docs/decisions/011-time-that-heals.md}. Immutable.
 */
public final class MachineAuthority implements Authority {
  /** From {@code <sys/timex.h>}. */
  private static final int STA_UNSYNC = 0x0040;

  /** A battery clock counts whole seconds, and reading it takes a while. */
  private static final Duration NEAR = Duration.ofSeconds(5);

  /** Times of files lag behind the clock by a tick of the kernel. */
  private static final Duration LAG = Duration.ofSeconds(1);

  private final Supplier<OptionalInt> kernel;
  private final Path mark;
  private final Path battery;

  /**
   * An authority over these places.
   *
   * @param kernel the status that adjtimex(2) gives; empty where it may not be asked
   * @param mark the file that systemd-timesyncd touches when it has set the clock
   * @param battery the folder of the clock with a battery
   */
  MachineAuthority(Supplier<OptionalInt> kernel, Path mark, Path battery) {
    this.kernel = kernel;
    this.mark = mark;
    this.battery = battery;
  }

  /** The machine the agent runs on. */
  public static Authority here() {
    return new MachineAuthority(
        new KernelClock()::status,
        Path.of("/run/systemd/timesync/synchronized"),
        Path.of("/sys/class/rtc/rtc0"));
  }

  @Override
  public Witness ask(Instant wall, Instant since) {
    if (isSynchronized(wall, since)) {
      return Witness.NETWORK;
    }
    return isKeptByBattery(wall) ? Witness.BATTERY : Witness.NOBODY;
  }

  private boolean isSynchronized(Instant wall, Instant since) {
    OptionalInt status = kernel.get();
    return status.isPresent() ? (status.getAsInt() & STA_UNSYNC) == 0 : isMarked(wall, since);
  }

  /** The mark stays when somebody sets the clock afterwards, so it must be newer than that. */
  private boolean isMarked(Instant wall, Instant since) {
    try {
      Instant touched = Files.getLastModifiedTime(mark).toInstant();
      return since.equals(Instant.MIN)
          || (!touched.isBefore(since.minus(LAG)) && !touched.isAfter(wall.plus(LAG)));
    } catch (IOException _) {
      return false; // not there: not synchronized, or another time daemon
    }
  }

  /**
   * Whether the kernel took the time from it at the start, and it still agrees: a battery clock
   * that had lost its time is left behind as soon as anything else sets the clock.
   */
  private boolean isKeptByBattery(Instant wall) {
    if (!Files.exists(battery)) {
      return false; // as on a Pi before the 5, which is asked every few seconds
    }
    try {
      boolean wasTaken = Files.readString(battery.resolve("hctosys")).strip().equals("1");
      long seconds = Long.parseLong(Files.readString(battery.resolve("since_epoch")).strip());
      Duration apart = Duration.between(Instant.ofEpochSecond(seconds), wall).abs();
      return wasTaken && apart.compareTo(NEAR) <= 0;
    } catch (IOException | NumberFormatException _) {
      return false; // one that cannot be read
    }
  }
}
