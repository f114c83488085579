package io.pumphouse.web;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Set;

/**
 * Where the server listens and whom it lets in. Immutable.
 *
 * @param host the address to listen on: {@code 127.0.0.1}, {@code 0.0.0.0}, {@code ::}
 * @param port 0 to 65535; 0 takes any free port
 * @param maxClients live connections kept at once, at least 1
 * @param liveEvery at most one message about the readings of a pump in this time, on average, to
 *     one browser, however little is set
 * @param isReadingOpen whether everybody who reaches the server may read
 * @param allowedHosts names the server goes by ({@code pump.local}), besides loopback names and the
 *     address a request came in on, which are always allowed
 * @param trustedProxies addresses of reverse proxies, whose forwarded headers are believed
 * @param basePath what a reverse proxy puts before every address: {@code /pump}, or empty
 * @param tls whether and with which certificate the server speaks TLS
 * @param areMetricsOpen whether everybody who reaches the server may read {@code /metrics}
 */
public record WebSettings(
    String host,
    int port,
    int maxClients,
    Duration liveEvery,
    boolean isReadingOpen,
    Set<String> allowedHosts,
    Set<String> trustedProxies,
    String basePath,
    Tls tls,
    boolean areMetricsOpen) {
  public WebSettings {
    allowedHosts = Set.copyOf(allowedHosts);
    trustedProxies = Set.copyOf(trustedProxies);
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port " + port + " is outside 0..65535");
    }
    if (maxClients < 1) {
      throw new IllegalArgumentException("at least one live client, not " + maxClients);
    }
    if (!basePath.isEmpty() && !basePath.matches("(/[a-z0-9._~-]+)+")) {
      throw new IllegalArgumentException("base path " + basePath + " is not like /pump");
    }
  }

  /** Where the metrics are for those who may read the pages. */
  public WebSettings(
      String host,
      int port,
      int maxClients,
      Duration liveEvery,
      boolean isReadingOpen,
      Set<String> allowedHosts,
      Set<String> trustedProxies,
      String basePath,
      Tls tls) {
    this(
        host,
        port,
        maxClients,
        liveEvery,
        isReadingOpen,
        allowedHosts,
        trustedProxies,
        basePath,
        tls,
        false);
  }

  /** Whether other machines can reach the server, be it through a proxy on this one. */
  boolean isExposed() {
    return !trustedProxies.isEmpty() || !isLoopback();
  }

  private boolean isLoopback() {
    return host.equals("localhost") || literal();
  }

  private boolean literal() {
    try {
      return InetAddress.ofLiteral(host).isLoopbackAddress();
    } catch (IllegalArgumentException _) {
      return false; // a name: it may be any address
    }
  }
}
