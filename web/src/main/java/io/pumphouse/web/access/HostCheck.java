package io.pumphouse.web.access;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whether a request means this server. A foreign page can point a name of its own at our address
 * (DNS rebinding) and then read us like its own pages; it cannot take our names, nor pass for a
 * bare address. Immutable.
 */
final class HostCheck {
  private static final Pattern PORT = Pattern.compile(":\\d{1,5}$");
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]|\\[0:0:0:0:0:0:0:1]");

  private final Set<String> names;

  HostCheck(Set<String> names) {
    this.names = names.stream().map(HostCheck::lower).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * @param host the request's Host header, with or without a port
   * @param ownAddress the address of ours that the connection came in on
   */
  boolean allows(String host, String ownAddress) {
    String name = lower(PORT.matcher(host).replaceFirst(""));
    return LOOPBACK.matcher(name).matches()
        || names.contains(name)
        || name.equals(lower(ownAddress))
        || name.equals("[" + lower(ownAddress) + "]");
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
