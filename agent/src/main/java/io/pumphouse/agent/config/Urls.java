package io.pumphouse.agent.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;

/** Addresses of servers. Parsing never asks a name server. */
final class Urls {
  private Urls() {}

  /** An address of one of these kinds, without a user, a question or a place in it. */
  static Kind<URI> of(Set<String> schemes, String example) {
    return new Kind<>(
        "an address without a password in it, such as " + example,
        text -> parse(text).filter(uri -> schemes.contains(uri.getScheme())));
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
