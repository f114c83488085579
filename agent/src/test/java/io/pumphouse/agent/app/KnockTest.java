package io.pumphouse.agent.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.health.Knock;
import io.pumphouse.web.tls.Keys;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Set;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KnockTest {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final InetAddress HERE = InetAddress.getLoopbackAddress();

  @Test
  void anyAnswerInHttpIsOne() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, HERE)) {
      answerOnce(server, "HTTP/1.1 503 Service Unavailable\r\n\r\n");
      assertThat(new Knock(false, PATIENCE).test(place(server))).isTrue();
    }
  }

  @Test
  void otherWordsAreNone() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, HERE)) {
      answerOnce(server, "220 mail.example\r\n");
      assertThat(new Knock(false, PATIENCE).test(place(server))).isFalse();
    }
  }

  @Test
  void silenceIsNone() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, HERE)) {
      assertThat(new Knock(false, Duration.ofMillis(50)).test(place(server))).isFalse();
    }
  }

  @Test
  void aClosedDoorIsNone() throws IOException {
    ServerSocket server = new ServerSocket(0, 1, HERE);
    InetSocketAddress place = place(server);
    server.close();
    assertThat(new Knock(false, PATIENCE).test(place)).isFalse();
  }

  @Test
  void anAddressThatTheMachineHasLostIsNoFaultOfTheServer() throws IOException {
    InetAddress gone = InetAddress.ofLiteral("192.0.2.1"); // RFC 5737: nobody's
    assertThat(new Knock(false, PATIENCE).test(new InetSocketAddress(gone, 80))).isTrue();
  }

  @Test
  void aServerForAllAddressesIsAskedAtLoopback() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1)) {
      answerOnce(server, "HTTP/1.1 200 OK\r\n\r\n");
      InetSocketAddress any = new InetSocketAddress("0.0.0.0", server.getLocalPort());
      assertThat(new Knock(false, PATIENCE).test(any)).isTrue();
    }
  }

  @Test
  void aCertificateMadeAtHomeWillDo(@TempDir Path folder)
      throws IOException, GeneralSecurityException {
    Keys.Ready keys = (Keys.Ready) Keys.selfMade(folder, Set.of());
    KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
    managers.init(keys.store(), Keys.LOCK.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    try (ServerSocket server = context.getServerSocketFactory().createServerSocket(0, 1, HERE)) {
      answerOnce(server, "HTTP/1.1 200 OK\r\n\r\n");
      assertThat(new Knock(true, PATIENCE).test(place(server))).isTrue();
    }
  }

  private static InetSocketAddress place(ServerSocket server) {
    return new InetSocketAddress(HERE, server.getLocalPort());
  }

  private static void answerOnce(ServerSocket server, String words) {
    Thread.ofVirtual()
        .start(
            () -> {
              try (Socket client = server.accept()) {
                client.getInputStream().readNBytes(4);
                client.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
                client.getInputStream().readAllBytes();
              } catch (IOException _) {
                // whoever knocked sees that nobody answers
              }
            });
  }
}
