package io.pumphouse.agent.health;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * Asks a web server of this machine whether it lives, through the front door: any answer in HTTP
 * will do. Thread-safe.
 *
 * @param isEncrypted whether it speaks TLS
 * @param patience how long each step may take: to connect, to answer
 */
public record Knock(boolean isEncrypted, Duration patience)
    implements Predicate<InetSocketAddress> {
  private static final String ANSWER = "HTTP/";
  private static final byte[] QUESTION =
      "HEAD /healthz HTTP/1.1\r\nHost: localhost\r\nUser-Agent: pumphouse-watchdog\r\nConnection: close\r\n\r\n"
          .getBytes(StandardCharsets.US_ASCII);

  @Override
  public boolean test(InetSocketAddress listens) {
    try (Socket plain = new Socket()) {
      InetAddress address = reachable(listens.getAddress());
      plain.bind(new InetSocketAddress(address, 0));
      int millis = Math.toIntExact(patience.toMillis());
      plain.connect(new InetSocketAddress(address, listens.getPort()), millis);
      plain.setSoTimeout(millis);
      return isAnswered(plain, listens.getPort());
    } catch (BindException _) {
      return true; // the network went and took the address along: nothing is wrong with the server
    } catch (IOException _) {
      return false; // no answer is what was asked about
    }
  }

  private static InetAddress reachable(InetAddress address) {
    return address.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : address;
  }

  private boolean isAnswered(Socket plain, int port) throws IOException {
    try (Socket socket = isEncrypted ? encrypted(plain, port) : plain) {
      socket.getOutputStream().write(QUESTION);
      byte[] head = socket.getInputStream().readNBytes(ANSWER.length());
      return new String(head, StandardCharsets.US_ASCII).equals(ANSWER);
    }
  }

  /** Who answers on our own port need not prove who it is. */
  private static Socket encrypted(Socket plain, int port) throws IOException {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new Anybody()}, null);
      return context.getSocketFactory().createSocket(plain, "localhost", port, true);
    } catch (GeneralSecurityException e) {
      throw new IOException("no TLS on this machine: " + e, e);
    }
  }

  private static final class Anybody implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
