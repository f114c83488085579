package io.pumphouse.agent.publish.ship;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.FileSystemException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** What keeps us from another machine, in words of a technician. Pure. */
public final class Obstacle {
  private Obstacle() {}

  /**
   * Why nothing arrived there, and what to do.
   *
   * @param where host and port
   */
  public static Delivery.Failed of(String where, IOException e) {
    return e instanceof SSLException ? unsafe(where, e) : lost(where, e);
  }

  private static Delivery.Failed unsafe(String where, IOException e) {
    if (has(e, CertPathBuilderException.class)) {
      return new Delivery.Failed(
          "nobody whom this machine trusts vouches for the certificate of " + where,
          "name the certificate of its authority with ca-file");
    }
    return has(e, CertificateException.class)
        ? new Delivery.Failed(
            "the certificate of " + where + " does not fit: " + deepest(e),
            "write the name that stands in it into url, and see whether the clock here is right")
        : new Delivery.Failed(
            "no encryption with " + where + " comes about: " + deepest(e),
            "see whether that port speaks TLS");
  }

  private static Delivery.Failed lost(String where, IOException e) {
    return switch (e) {
      case UnknownHostException _ ->
          new Delivery.Failed(
              "no machine is known by the name in " + where, "check url and the network");
      case ConnectException _ ->
          new Delivery.Failed(
              "connect " + where + ": " + e.getMessage(), "see whether the server runs there");
      case NoRouteToHostException _ ->
          new Delivery.Failed(
              "there is no way to " + where, "check the network, and that it is on");
      case SocketTimeoutException _ ->
          new Delivery.Failed(
              where + " does not answer in time", "see what keeps the server busy, or the network");
      case FileSystemException _, FileNotFoundException _ ->
          new Delivery.Failed(
              "a secret cannot be read: " + e.getMessage(),
              "check the path and that the agent's user owns the file");
      default -> new Delivery.Failed(where + ": " + e.getMessage(), "see the log of the server");
    };
  }

  private static boolean has(Throwable e, Class<? extends Throwable> kind) {
    return causes(e).anyMatch(kind::isInstance);
  }

  private static String deepest(Throwable e) {
    return causes(e).reduce((_, deeper) -> deeper).map(Throwable::getMessage).orElse("");
  }

  private static Stream<Throwable> causes(Throwable e) {
    return Stream.iterate(e, Throwable::getCause).takeWhile(it -> it != null);
  }
}
