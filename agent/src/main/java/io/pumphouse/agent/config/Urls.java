package io.pumphouse.agent.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;

/** Addresses of servers. Parsing never asks a name server. */
final class Urls {
  private static final int HTTP = 80;

  private Urls() {}

  /** An address of one of these kinds, without a user, a question or a place in it. */
  static Kind<URI> of(Set<String> schemes, String example) {
    return new Kind<>(
        "an address without a password in it, such as " + example,
        text -> parse(text).filter(uri -> schemes.contains(uri.getScheme())));
  }

  /** Where somebody's web server is: {@code http://}, a host, and a port unless it is 80. */
  static Kind<Endpoint> ofServer(String example) {
    return new Kind<>(
        "http:// and a host, or host:port, and nothing else, such as " + example,
        text ->
            parse(text)
                .filter(uri -> uri.getScheme().equals("http"))
                .filter(uri -> uri.getRawPath().isEmpty() || uri.getRawPath().equals("/"))
                .map(uri -> uri.getHost() + ":" + (uri.getPort() < 0 ? HTTP : uri.getPort()))
                .flatMap(Endpoint::of)
                .filter(to -> to.port() > 0));
  }

  private static Optional<URI> parse(String text) {
    try {
      return Optional.of(new URI(text))
          .filter(uri -> uri.getScheme() != null && uri.getHost() != null)
          .filter(uri -> uri.getUserInfo() == null && uri.getRawQuery() == null)
          .filter(uri -> uri.getRawFragment() == null);
    } catch (URISyntaxException _) {
      return Optional.empty(); // the platform's way to say that it is none
    }
  }
}
