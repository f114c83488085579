package io.pumphouse.agent.config;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** {@code web:} how people reach the pages. */
final class WebSection {
  static final String EXAMPLE = "{listen: \"127.0.0.1:8080\"}";

  private static final Endpoint USUAL = new Endpoint("127.0.0.1", 8080);
  private static final Kind<Endpoint> LISTEN = Endpoint.toListen(USUAL);
  private static final Kind<Integer> MAX_CLIENTS = Numbers.between(1, 1000, 32);
  private static final Kind<Boolean> READ_ACCESS =
      Choice.of(List.of(true, false), isOpen -> isOpen ? "open" : "login");
  private static final Kind<String> NAME =
      new Kind<>(
          "a host name without a port, such as pump.local",
          text -> Endpoint.of(text + ":0").map(Endpoint::host).filter(text::equalsIgnoreCase));
  private static final Kind<String> ADDRESS =
      new Kind<>("an IP address, such as 192.0.2.5", WebSection::address);
  private static final Kind<String> BASE_PATH =
      new Kind<>(
          "a path without a slash at its end, such as /pump, or / for none",
          text ->
              Optional.of(text.equals("/") ? "" : text)
                  .filter(path -> path.matches("(/[a-z0-9._~-]+)*")));

  private WebSection() {}

  static WebConfig read(Section web) {
    return new WebConfig(
        web.optional("listen", LISTEN, USUAL),
        web.optional("max-clients", MAX_CLIENTS, 32),
        web.optional("read-access", READ_ACCESS, true),
        Set.copyOf(web.entries("allowed-hosts", "[pump.local]", NAME)),
        Set.copyOf(web.entries("trusted-proxies", "[192.0.2.5]", ADDRESS)),
        web.optional("base-path", BASE_PATH, ""),
        web.within("tls", TlsSection.EXAMPLE, TlsSection::read).orElseGet(TlsConfig.Off::new));
  }

  /** As the platform writes it, so that it can be compared with where a connection comes from. */
  private static Optional<String> address(String text) {
    try {
      return Optional.of(InetAddress.ofLiteral(text.toLowerCase(Locale.ROOT)).getHostAddress());
    } catch (IllegalArgumentException _) {
      return Optional.empty(); // the platform's way to say that it is no address
    }
  }
}
