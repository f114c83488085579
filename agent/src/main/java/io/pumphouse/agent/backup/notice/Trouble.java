package io.pumphouse.agent.backup.notice;

import io.pumphouse.agent.config.NoticeConfig;
import io.pumphouse.web.model.JobAnswer.Refused;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** What keeps a notice from its receiver, in words of a technician. Pure. */
final class Trouble {
  private Trouble() {}

  /**
   * Why it was not taken, and what to do.
   *
   * @param file where the receiver is named
   */
  static Refused of(NoticeConfig to, Exception e, Path file) {
    String host = URI.create(to.url()).getHost();
    return e instanceof SSLException ? unsafe(host, e, file) : lost(host, e, file);
  }

  private static Refused unsafe(String host, Exception e, Path file) {
    if (has(e, CertificateExpiredException.class)
        || has(e, CertificateNotYetValidException.class)) {
      return new Refused(
          "the certificate of " + host + " is not valid today: " + deepest(e),
          "renew it there; and look whether the clock here is right");
    }
    if (has(e, CertPathBuilderException.class)) {
      return new Refused(
          "nobody whom this machine trusts vouches for the certificate of " + host,
          "give that server a certificate of a known authority; a self-made one is refused");
    }
    return has(e, CertificateException.class)
        ? new Refused(
            "the certificate is not for " + host + ": " + deepest(e),
            "write the name that stands in the certificate into url in " + file)
        : new Refused(
            "no encryption with " + host + " comes about: " + deepest(e),
            "see which port is for which kind of encryption; smtp:// asks for STARTTLS");
  }

  private static Refused lost(String host, Exception e, Path file) {
    return switch (e) {
      case UnknownHostException _ ->
          new Refused("no machine is known by the name " + host, "check the network, and " + file);
      case ConnectException _ ->
          new Refused(
              "no connection to " + host + ": " + e.getMessage(),
              "see whether it runs there, and whether the network is up");
      case NoRouteToHostException _ ->
          new Refused("there is no way to " + host, "check the network, and that it is on");
      case SocketTimeoutException _ ->
          new Refused(host + " does not answer in time", "check the network, and that it is on");
      case FileSystemException _, FileNotFoundException _ ->
          new Refused("its secret-file cannot be read: " + e, "check the path in " + file);
      case IOException _ ->
          new Refused(e.getMessage() + "", "check its address and its secret in " + file);
      default -> new Refused(e.toString(), "check its address in " + file);
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
