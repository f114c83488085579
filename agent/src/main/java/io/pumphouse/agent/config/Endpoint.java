package io.pumphouse.agent.config;

import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A host and a port. Parsing never asks a name server.
 *
 * @param host a name in lower case, an IPv4 address, or an IPv6 address in its brackets, which is
 *     how {@code java.net} takes all three
 * @param port 0 to 65535
 */
public record Endpoint(String host, int port) {
  private static final Pattern SHAPE = Pattern.compile("(\\[[^]]+]|[^:\\[\\]]+)(?::([^:]+))?");
  private static final Pattern IPV6 = Pattern.compile("\\[[0-9a-f:.]+]");
  private static final Pattern DIGITS = Pattern.compile("[0-9.]+");
  private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
  private static final String LABEL = "[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?";
  private static final Pattern NAME =
      Pattern.compile("(?=.{1,253}$)" + LABEL + "(\\." + LABEL + ")*");

  /** {@code host} or {@code host:port}; a pump's address. */
  static Kind<Endpoint> withDefaultPort(int port) {
    return new Kind<>(
        "host or host:port, such as 192.0.2.10:" + port + " or [2001:db8::10]",
        text -> parse(text, Integer.toString(port), 1));
  }

  /** {@code host:port}; a pump's address where no port is usual. */
  static Kind<Endpoint> withPort(int example) {
    return new Kind<>("host:port, such as 192.0.2.11:" + example, text -> parse(text, "", 1));
  }

  /** {@code host:port}, or port 0 for any free one; where to listen. */
  static Kind<Endpoint> toListen(Endpoint example) {
    return new Kind<>(
        "host:port, such as " + example + " or [::1]:" + example.port(),
        text -> parse(text, "", 0));
  }

  /** {@code host:port}, port 0 allowed; empty if the text is something else. */
  public static Optional<Endpoint> of(String text) {
    return parse(text, "", 0);
  }

  private static Optional<Endpoint> parse(String text, String defaultPort, int leastPort) {
    Matcher matcher = SHAPE.matcher(text.toLowerCase(Locale.ROOT));
    if (!matcher.matches() || !isHost(matcher.group(1))) {
      return Optional.empty();
    }
    String port = matcher.group(2) == null ? defaultPort : matcher.group(2);
    return Numbers.whole(port)
        .filter(number -> number >= leastPort && number <= 65535)
        .map(number -> new Endpoint(matcher.group(1), number));
  }

  private static boolean isHost(String host) {
    if (host.startsWith("[")) {
      return IPV6.matcher(host).matches() && literal(host).isPresent();
    }
    return DIGITS.matcher(host).matches()
        ? IPV4.matcher(host).matches() && literal(host).isPresent()
        : NAME.matcher(host).matches();
  }

  /** Whether only this machine can reach it. */
  boolean isLoopback() {
    return host.equals("localhost")
        || literal(host).filter(InetAddress::isLoopbackAddress).isPresent();
  }

  private static Optional<InetAddress> literal(String host) {
    try {
      return Optional.of(InetAddress.ofLiteral(host));
    } catch (IllegalArgumentException _) {
      return Optional.empty(); // the platform's way to say that it is no address
    }
  }

  /** {@code 127.0.0.1:8080}, {@code [::1]:8080}. */
  @Override
  public String toString() {
    return host + ":" + port;
  }
}
