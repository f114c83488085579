package io.pumphouse.web;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.util.Locale;

/**
 * Takes the port, before anything of the server exists: a taken port then costs nothing and is told
 * apart from an address this machine does not have.
 */
final class Door {
  private Door() {}

  sealed interface Outcome {
    record Open(ServerSocketChannel channel) implements Outcome {}

    record Shut(Start.Failed why) implements Outcome {}
  }

  static Outcome open(String host, int port) {
    InetSocketAddress address = new InetSocketAddress(host, port);
    String tried = "listen on " + host + ":" + port + ": ";
    if (address.isUnresolved()) {
      return shut(tried + "no such host", "set web: listen: to an address of this machine");
    }
    try {
      return new Outcome.Open(bound(address));
    } catch (IOException e) {
      String reason = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
      return shut(tried + reason, next(e, reason, port));
    }
  }

  private static ServerSocketChannel bound(InetSocketAddress address) throws IOException {
    ServerSocketChannel channel = ServerSocketChannel.open();
    try {
      channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      return channel.bind(address);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  private static String next(IOException e, String reason, int port) {
    if (reason.contains("permission")) {
      return "choose a port above 1023 at web: listen:";
    }
    if (reason.contains("in use")) {
      return "stop the program that holds port %d (sudo ss -ltnp), or set another at web: listen:"
          .formatted(port);
    }
    return e instanceof BindException
        ? "set web: listen: to an address of this machine (ip address lists them)"
        : "see the cause; it is tried again";
  }

  private static Outcome shut(String cause, String next) {
    return new Outcome.Shut(new Start.Failed(cause, next));
  }
}
