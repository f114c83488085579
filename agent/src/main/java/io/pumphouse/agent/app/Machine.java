package io.pumphouse.agent.app;

import io.pumphouse.agent.clock.Authority;
import io.pumphouse.agent.clock.MachineAuthority;
import io.pumphouse.agent.clock.Witness;
import io.pumphouse.hal.reading.TimeSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * What the agent needs to know of the machine it runs on.
 *
 * @param time its clocks
 * @param authority who knows whether its wall clock is right
 * @param bootId what tells this run of the machine from others
 * @param notifySocket where systemd wants to be told; empty if it does not
 */
public record Machine(TimeSource time, Authority authority, String bootId, String notifySocket) {
  private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");

  /** This machine. */
  public static Machine here() {
    String socket = System.getenv("NOTIFY_SOCKET");
    return new Machine(
        new SystemTime(), MachineAuthority.here(), readBootId(), socket == null ? "" : socket);
  }

  /** The same with a clock that is taken to be right: what a demo stores is gone with it anyway. */
  Machine withTrustedClock() {
    return new Machine(time, (_, _) -> Witness.BATTERY, bootId, notifySocket);
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
