package io.pumphouse.agent.publish.ship;

import io.pumphouse.agent.config.UnusableFile;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.security.SignatureException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
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
    return switch (e) {
      case SSLException _ -> unsafe(where, e);
      case UnusableFile file -> new Delivery.Failed(file.problem(), file.next());
      case FileSystemException file -> unread(file);
      default -> lost(where, e);
    };
  }

  private static Delivery.Failed unsafe(String where, IOException e) {
    if (has(e, CertificateExpiredException.class)
        || has(e, CertificateNotYetValidException.class)) {
      return new Delivery.Failed(
          "the certificate of " + where + " does not hold today: " + deepest(e),
          "renew it there, or see whether the clock here is right");
    }
    // of a signature: an authority was made anew under its old name, and here the old one is named
    if (has(e, CertPathBuilderException.class) || has(e, SignatureException.class)) {
      return new Delivery.Failed(
          "nobody whom this machine trusts vouches for the certificate of " + where,
          "name the certificate of its authority, as it is now, with ca-file");
    }
    return has(e, CertificateException.class)
        ? new Delivery.Failed(
            "the certificate of " + where + " does not fit: " + deepest(e),
            "write a name that stands in it into url")
        : new Delivery.Failed(
            "no encryption with " + where + " comes about: " + deepest(e),
            "see whether that port speaks TLS");
  }

  /** A secret or an authority: only those are files. */
  private static Delivery.Failed unread(FileSystemException e) {
    return switch (e) {
      case NoSuchFileException _ ->
          new Delivery.Failed(
              "there is no file " + e.getFile(),
              "put it there, or correct its path under publish:");
      case AccessDeniedException _ ->
          new Delivery.Failed(
              "the agent may not read " + e.getFile(),
              "give it to the user the agent runs as: sudo chown pumphouse " + e.getFile());
      default ->
          new Delivery.Failed(
              "a file cannot be read: " + e.getMessage(), "correct its path under publish:");
    };
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
      case SocketException _ ->
          new Delivery.Failed(
              where + " hangs up: " + e.getMessage(),
              "see its log, and whether that port speaks what url says, with TLS or without");
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
