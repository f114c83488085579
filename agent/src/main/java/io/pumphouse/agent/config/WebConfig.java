package io.pumphouse.agent.config;

import java.util.Set;

/**
 * How people reach the pages. Immutable.
 *
 * @param listen where to listen; port 0 means any free port
 * @param maxClients how many browsers may watch live at once, 1 to 1000
 * @param isReadingOpen whether everybody who reaches the port may read
 * @param allowedHosts names the server goes by, besides its addresses
 * @param trustedProxies addresses of reverse proxies that are believed
 * @param basePath what a proxy puts before every address; empty or {@code /pump}
 */
public record WebConfig(
    Endpoint listen,
    int maxClients,
    boolean isReadingOpen,
    Set<String> allowedHosts,
    Set<String> trustedProxies,
    String basePath,
    TlsConfig tls) {
  public WebConfig {
    allowedHosts = Set.copyOf(allowedHosts);
    trustedProxies = Set.copyOf(trustedProxies);
  }

  /**
   * Where a browser on this machine finds the pages.
   *
   * @param port the one that was free, where any was asked for
   */
  public String address(int port) {
    String scheme = tls instanceof TlsConfig.Off ? "http" : "https";
    return scheme + "://" + listen.host() + ":" + port + "/";
  }

  /** For this machine alone, open to read. */
  public static WebConfig onlyHere(Endpoint listen, int maxClients) {
    return new WebConfig(listen, maxClients, true, Set.of(), Set.of(), "", new TlsConfig.Off());
  }
}
