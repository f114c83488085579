package io.pumphouse.agent.command;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import jdk.net.ExtendedSocketOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The user at the other end of the local socket, as the kernel tells: nobody can pretend. */
final class CallingUser {
  private static final Logger LOG = LoggerFactory.getLogger(CallingUser.class);
  private static final String NOT_TOLD = "local socket";

  private CallingUser() {}

  /** The name of the user, or its number where it has none. */
  static String name(SocketChannel client) {
    try {
      return client.getOption(ExtendedSocketOptions.SO_PEERCRED).user().getName();
    } catch (IOException | UnsupportedOperationException notTold) {
      LOG.warn("who is at the other end of the local socket is not known: {}", notTold.toString());
      return NOT_TOLD;
    }
  }
}
