package io.pumphouse.web.access;

import io.javalin.http.HttpStatus;
import io.pumphouse.web.api.Problem;
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
 * Stands before every route, page and socket alike: sets the headers that keep browsers honest, and
 * refuses requests that a foreign page made somebody's browser send. Thread-safe.
 */
public final class Gate implements Filter {
  /** The largest body that is read. */
  public static final int BODY_LIMIT = 64 * 1024;

  private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");

  private final HostCheck hosts;

  /**
   * @param allowedHosts names this server answers to, besides loopback and its own addresses
   */
  public Gate(Set<String> allowedHosts) {
    this.hosts = new HostCheck(allowedHosts);
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain next)
      throws IOException, ServletException {
    HttpServletRequest asked = (HttpServletRequest) request;
    HttpServletResponse answer = (HttpServletResponse) response;
    SafeHeaders.setOn(answer::setHeader);
    Optional<Problem> problem = problemWith(asked);
    if (problem.isPresent()) {
      problem.get().answer(answer);
    } else {
      next.doFilter(request, response);
    }
  }

  private Optional<Problem> problemWith(HttpServletRequest request) {
    String host = Optional.ofNullable(request.getHeader("Host")).orElse("");
    if (!hosts.allows(host, request.getLocalAddr())) {
      return Optional.of(foreignHost(host));
    }
    String origin = Optional.ofNullable(request.getHeader("Origin")).orElse("");
    if (needsOwnOrigin(request) && !isOwn(origin, host)) {
      return Optional.of(foreignOrigin(origin));
    }
    return request.getContentLengthLong() > BODY_LIMIT ? Optional.of(tooLarge()) : Optional.empty();
  }

  /** A socket is checked too: browsers let any page open one anywhere. */
  private static boolean needsOwnOrigin(HttpServletRequest request) {
    return !SAFE_METHODS.contains(request.getMethod()) || request.getHeader("Upgrade") != null;
  }

  /** Programs send no origin; browsers always do where it matters. */
  private static boolean isOwn(String origin, String host) {
    return origin.isEmpty()
        || origin.equalsIgnoreCase("http://" + host)
        || origin.equalsIgnoreCase("https://" + host);
  }

  private static Problem foreignHost(String host) {
    return Problem.of(
        HttpStatus.MISDIRECTED_REQUEST,
        "this server does not go by the name \"%s\"; open it by its address".formatted(host));
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
