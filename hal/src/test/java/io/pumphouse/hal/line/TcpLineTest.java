package io.pumphouse.hal.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.line.Line.Broken;
import io.pumphouse.hal.line.Line.Heard;
import io.pumphouse.hal.line.Line.Opened;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TcpLineTest implements LineContract {
  private ServerSocket server;
  private TcpLine line;

  @BeforeEach
  void listen() throws IOException {
    server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    line = to("127.0.0.1", server.getLocalPort());
  }

  @AfterEach
  void hangUp() throws IOException {
    line.close();
    server.close();
  }

  private static TcpLine to(String host, int port) {
    return new TcpLine(host, port, Duration.ofSeconds(2));
  }

  @Override
  public Line line() {
    return line;
  }

  @Override
  public Peer peer() {
    return accepted();
  }

  private StreamPeer accepted() {
    try {
      Socket socket = server.accept();
      return new StreamPeer(socket.getInputStream(), socket.getOutputStream(), socket);
    } catch (IOException trouble) {
      throw new UncheckedIOException(trouble);
    }
  }

  @Test
  void aBrokenLineOpensAgain() {
    line.open();
    accepted().close();
    assertThat(line.hear(LONG)).isInstanceOf(Broken.class);
    assertThat(line.open()).isEqualTo(new Opened());
    line.send(HELLO);

    assertThat(accepted().heard(HELLO.length())).isEqualTo(HELLO);
  }

  @Test
  void closingEndsAReadUnderWay() throws Exception {
    line.open();
    CompletableFuture<Heard> hearing = new CompletableFuture<>();
    Thread.ofPlatform().start(() -> hearing.complete(line.hear(Duration.ofMinutes(1))));
    line.close();

    assertThat(hearing.get(5, TimeUnit.SECONDS)).isInstanceOf(Broken.class);
  }

  @Test
  void aRefusedConnectionIsNamed() throws IOException {
    server.close();

    assertThat(line.open())
        .isEqualTo(
            new Broken(
                line.name() + ": connection refused",
                "check the port, and that Modbus TCP is switched on in the pump's menu, or that the"
                    + " serial server or gateway is up"));
  }

  @Test
  void anUnknownHostIsNamed() {
    // The domain that never exists: RFC 6761, section 6.4.
    assertThat(((Broken) to("pump.invalid", 502).open()).cause())
        .isEqualTo("pump.invalid:502: host unknown");
  }
}
