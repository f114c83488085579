package io.pumphouse.web.access;

import io.javalin.http.HttpStatus;
import io.pumphouse.web.api.Problem;
import io.pumphouse.web.route.Arrival;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/**
 * Stands before every route, page and socket alike: finds out where a request comes from, sets the
 * headers that keep browsers honest, and refuses requests that a foreign page made somebody's
 * browser send. Thread-safe.
 */
public final class Gate implements Filter {
  /** The largest body that is read. */
  public static final int BODY_LIMIT = 64 * 1024;

  private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");

  // What browsers say of a request that a page of ours sent, or a person who typed the address.
  private static final Set<String> OWN_SITES = Set.of("", "same-origin", "none");

  private final HostCheck hosts;
  private final Proxies proxies;

  /**
   * @param allowedHosts names this server answers to, besides loopback and its own addresses
   * @param trustedProxies addresses whose forwarded headers are believed
   */
  public Gate(Set<String> allowedHosts, Set<String> trustedProxies) {
    this.hosts = new HostCheck(allowedHosts);
    this.proxies = new Proxies(trustedProxies);
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain next)
      throws IOException, ServletException {
    HttpServletRequest asked = (HttpServletRequest) request;
    HttpServletResponse answer = (HttpServletResponse) response;
    Arrival arrival = proxies.arrivalOf(asked);
    arrival.pinTo(asked);
    SafeHeaders.setOn(answer::setHeader);
    if (arrival.isSecure()) {
      SafeHeaders.setSecureOn(answer::setHeader);
    }
    Optional<Problem> problem = problemWith(asked, arrival);
    if (problem.isPresent()) {
      problem.get().answer(answer);
    } else {
      next.doFilter(request, response);
    }
  }

  private Optional<Problem> problemWith(HttpServletRequest request, Arrival arrival) {
    if (!hosts.allows(arrival.host(), request.getLocalAddr())) {
      return Optional.of(foreignHost(arrival.host()));
    }
    if (needsOwnOrigin(request) && !isOwn(request, arrival)) {
      return Optional.of(foreignOrigin(header(request, "Origin")));
    }
    return request.getContentLengthLong() > BODY_LIMIT ? Optional.of(tooLarge()) : Optional.empty();
  }

  /** A socket is checked too: browsers let any page open one anywhere. */
  private static boolean needsOwnOrigin(HttpServletRequest request) {
    return !SAFE_METHODS.contains(request.getMethod()) || request.getHeader("Upgrade") != null;
  }

  /** Programs send no origin; browsers always do where it matters. */
  private static boolean isOwn(HttpServletRequest request, Arrival arrival) {
    String origin = header(request, "Origin");
    boolean isOurs =
        origin.isEmpty()
            || origin.equalsIgnoreCase("http://" + arrival.host())
            || origin.equalsIgnoreCase("https://" + arrival.host());
    return isOurs && OWN_SITES.contains(header(request, "Sec-Fetch-Site"));
  }

  private static String header(HttpServletRequest request, String name) {
    return Optional.ofNullable(request.getHeader(name)).orElse("");
  }

  private static Problem foreignHost(String host) {
    return Problem.of(
        HttpStatus.MISDIRECTED_REQUEST,
        "this server does not go by the name \"%s\"; open it by its address, or add the name to web: allowed-hosts:"
            .formatted(host));
  }

  private static Problem foreignOrigin(String origin) {
    return Problem.of(
        HttpStatus.FORBIDDEN,
        "a page from \"%s\" may not do this; open the dashboard itself".formatted(origin));
  }

  private static Problem tooLarge() {
    return Problem.of(
        HttpStatus.CONTENT_TOO_LARGE, "the body is larger than %d bytes".formatted(BODY_LIMIT));
  }
}
