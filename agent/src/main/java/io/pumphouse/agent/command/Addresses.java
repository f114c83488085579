package io.pumphouse.agent.command;

import io.pumphouse.web.model.JobAnswer;
import java.util.List;

/**
 * The network addresses of this machine. Thread-safe; asks the system's own tool, so ask on a
 * thread that may wait.
 */
public interface Addresses {
  /**
   * An address that stays.
   *
   * @param device such as {@code eth0}
   * @param address with the length of its network: {@code 192.0.2.20/24}
   * @param gateway empty for none
   * @param dns a name server, empty for none
   */
  record Static(String device, String address, String gateway, String dns) {}

  /** How the machine is connected, a line each. */
  List<String> facts();

  /** Takes this address, and the old one back unless {@link #confirm} comes in time. */
  JobAnswer take(Static wanted, String who);

  /** Has a router give the device its address, and the old one back unless confirmed in time. */
  JobAnswer ask(String device, String who);

  /** Keeps what was taken. */
  JobAnswer confirm(String who);

  /** Takes back what is not confirmed yet. */
  JobAnswer undo(String who);
}
