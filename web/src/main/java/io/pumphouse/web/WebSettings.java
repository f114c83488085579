package io.pumphouse.web;

import java.time.Duration;
import java.util.Set;

/**
 * Where the server listens and whom it lets in. Immutable.
 *
 * @param host the address to listen on: {@code 127.0.0.1}, {@code 0.0.0.0}, {@code ::}
 * @param port 0 to 65535; 0 takes any free port
 * @param maxClients live connections kept at once, at least 1
 * @param liveEvery the least time between two messages about readings to one browser
 * @param allowedHosts names the server goes by ({@code pump.local}), besides loopback names and the
 *     address a request came in on, which are always allowed
 */
public record WebSettings(
    String host, int port, int maxClients, Duration liveEvery, Set<String> allowedHosts) {
  public WebSettings {
    allowedHosts = Set.copyOf(allowedHosts);
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port " + port + " is outside 0..65535");
    }
    if (maxClients < 1) {
      throw new IllegalArgumentException("at least one live client, not " + maxClients);
    }
  }
}
