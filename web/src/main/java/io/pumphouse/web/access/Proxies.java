package io.pumphouse.web.access;

import io.pumphouse.web.route.Arrival;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The reverse proxies that may speak for others. What anybody else says of where a request comes
 * from is their own invention. Immutable.
 */
final class Proxies {
  private final Set<String> trusted;

  Proxies(Set<String> trusted) {
    this.trusted = Set.copyOf(trusted);
  }

  Arrival arrivalOf(HttpServletRequest request) {
    String peer = request.getRemoteAddr();
    String host = header(request, "Host").orElse("");
    if (!trusted.contains(peer)) {
      return new Arrival(peer, host, request.isSecure());
    }
    return new Arrival(
        client(request).orElse(peer),
        header(request, "X-Forwarded-Host").orElse(host),
        header(request, "X-Forwarded-Proto")
            .map("https"::equalsIgnoreCase)
            .orElse(request.isSecure()));
  }

  /** Each proxy adds at the end whom it heard; only what ours added is worth anything. */
  private Optional<String> client(HttpServletRequest request) {
    List<String> heard =
        header(request, "X-Forwarded-For").stream()
            .flatMap(all -> Arrays.stream(all.split(",", -1)))
            .map(String::strip)
            .toList();
    return heard.reversed().stream().filter(address -> !trusted.contains(address)).findFirst();
  }

  /** The last of its name, which is the one our proxy wrote. */
  private static Optional<String> header(HttpServletRequest request, String name) {
    return Collections.list(request.getHeaders(name)).reversed().stream().findFirst();
  }
}
