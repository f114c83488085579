package io.pumphouse.agent.health;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells systemd how the service is: one datagram to the socket it named, as sd_notify(3) describes.
 * Does nothing when nobody asked. Thread-safe.
 */
public final class ServiceNotice {
  private static final Logger LOG = LoggerFactory.getLogger(ServiceNotice.class);

  /** What systemctl shows in one line of a terminal. */
  private static final int LONGEST = 200;

  private final String socket;

  /**
   * Notices to this socket.
   *
   * @param socket the value of {@code NOTIFY_SOCKET}; empty when systemd did not start us
   */
  public ServiceNotice(String socket) {
    this.socket = socket;
  }

  /** Whether anybody listens. */
  boolean isHeard() {
    return !socket.isEmpty();
  }

  /** Start-up is complete: the agent serves. */
  void ready(String status) {
    tell("READY=1", status);
  }

  /** The start goes on, and may take so much longer from now. */
  void starting(String status, Duration longer) {
    tell("EXTEND_TIMEOUT_USEC=" + longer.toNanos() / 1000, status);
  }

  /** Everything moves. */
  void alive(String status) {
    tell("WATCHDOG=1", status);
  }

  /** How it is, and no sign of life. */
  void troubled(String status) {
    tell("", status);
  }

  /** The end has begun. */
  public void stopping() {
    tell("STOPPING=1", "stopping");
  }

  private void tell(String fact, String status) {
    if (socket.isEmpty()) {
      return;
    }
    String line = status.replace('\n', ' ');
    String message =
        (fact.isEmpty() ? "" : fact + "\n")
            + "STATUS="
            + (line.length() > LONGEST ? line.substring(0, LONGEST - 1) + "…" : line)
            + "\n";
    String trouble = LocalDatagram.send(socket, message.getBytes(StandardCharsets.UTF_8));
    if (!trouble.isEmpty()) {
      LOG.warn("systemd was not told {}: {}", fact, trouble);
    }
  }
}
