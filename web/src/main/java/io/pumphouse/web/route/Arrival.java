package io.pumphouse.web.route;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;

/**
 * Where a request comes from and what for, as told by the connection, or by a proxy that the
 * configuration trusts. Immutable.
 *
 * @param address whose request it is: an IP address
 * @param host the name and port the server was asked by, as a Host header writes them
 * @param isSecure whether it came over TLS, at least to the proxy
 */
public record Arrival(String address, String host, boolean isSecure) {
  private static final String NAME = Arrival.class.getName();

  /** How this request came, as the gate has found. */
  public static Arrival of(HttpServletRequest request) {
    return (Arrival) Objects.requireNonNull(request.getAttribute(NAME), "the gate was not passed");
  }

  /** Pins it to the request, for whoever answers. */
  public void pinTo(HttpServletRequest request) {
    request.setAttribute(NAME, this);
  }
}
