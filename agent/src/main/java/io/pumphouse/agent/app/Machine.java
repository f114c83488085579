package io.pumphouse.agent.app;

import io.pumphouse.agent.clock.Authority;
import io.pumphouse.agent.clock.MachineAuthority;
import io.pumphouse.agent.clock.Witness;
import io.pumphouse.agent.command.Restarting;
import io.pumphouse.hal.gpio.Board;
import io.pumphouse.hal.gpio.PiBoard;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.JobAnswer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * What the agent needs to know of the machine it runs on.
 *
 * @param time its clocks
 * @param authority who knows whether its wall clock is right
 * @param bootId what tells this run of the machine from others
 * @param notifySocket where systemd wants to be told; empty if it does not
 * @param signOfLife how often it is told that everything moves
 * @param restarting ends the agent where somebody starts it again
 * @param boards gives its pins, stamped by this clock; asked only where there are to be any
 */
public record Machine(
    TimeSource time,
    Authority authority,
    String bootId,
    String notifySocket,
    Duration signOfLife,
    Restarting restarting,
    Function<TimeSource, Board> boards) {
  /** Rare enough to cost nothing, often enough for people who look at the status. */
  private static final Duration USUAL = Duration.ofSeconds(20);

  private static final int SIGNS_PER_PATIENCE = 3;

  private static final JobAnswer NOBODY =
      new JobAnswer.Refused(
          "nobody would start the agent again", "stop it and start it as it was started");

  private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");

  /** This machine, where nobody starts an agent that has ended. */
  public static Machine here() {
    return here(() -> NOBODY);
  }

  /**
   * This machine.
   *
   * @param end ends the agent so that systemd, if it is what started it, starts it again
   */
  public static Machine endedBy(Runnable end) {
    return here(() -> System.getenv("INVOCATION_ID") == null ? NOBODY : restart(end));
  }

  private static JobAnswer restart(Runnable end) {
    // Whoever asked is to read the answer, which the end would cut off.
    CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS).execute(end);
    return new JobAnswer.Done("the agent ends now and starts again");
  }

  private static Machine here(Restarting restarting) {
    return new Machine(
        new SystemTime(),
        MachineAuthority.here(),
        readBootId(),
        Optional.ofNullable(System.getenv("NOTIFY_SOCKET")).orElse(""),
        signOfLife(Optional.ofNullable(System.getenv("WATCHDOG_USEC")).orElse("")),
        restarting,
        clock -> new PiBoard(clock)); // a method reference would load it on every machine
  }

  /** The same with a clock that is taken to be right: what a demo stores is gone with it anyway. */
  Machine withTrustedClock() {
    return new Machine(
        time, (_, _) -> Witness.BATTERY, bootId, notifySocket, signOfLife, restarting, boards);
  }

  /** The same with other pins. */
  Machine withBoard(Function<TimeSource, Board> others) {
    return new Machine(time, authority, bootId, notifySocket, signOfLife, restarting, others);
  }

  /** Several signs in the time systemd waits for one (sd_watchdog_enabled(3)). */
  private static Duration signOfLife(String patienceMicros) {
    if (!patienceMicros.matches("[1-9]\\d{0,15}")) {
      return USUAL;
    }
    long micros = Long.parseLong(patienceMicros) / SIGNS_PER_PATIENCE;
    Duration wished = Duration.of(micros, ChronoUnit.MICROS);
    return wished.compareTo(USUAL) < 0 ? wished : USUAL;
  }

  /**
   * The kernel's boot id; where there is none, each start of the agent counts as a boot of its own.
   */
  private static String readBootId() {
    try {
      return Files.readString(BOOT_ID).strip();
    } catch (IOException _) {
      return UUID.randomUUID().toString();
    }
  }
}
