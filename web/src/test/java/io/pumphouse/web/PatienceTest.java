package io.pumphouse.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Clients that hold a connection and hardly use it, on real sockets; only the looks are ours. */
final class PatienceTest {
  private static final int MOST_CONNECTIONS = 256;
  private static final int LOOKS = 40;

  private final RunningServer running = new RunningServer();
  private final ServerConnector connector =
      (ServerConnector) running.server.connectors().findFirst().orElseThrow();
  private final Patience patience = connector.getBean(Patience.class);
  private final List<Socket> sockets = new ArrayList<>();

  @AfterEach
  void stop() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
    running.close();
  }

  @Test
  void headersThatComeByteByByteEndTheConnection() throws Exception {
    assertThat(looksUntilTheEnd("GET / HTTP/1.1\r\nHost: localhost\r\nX: ")).isLessThan(LOOKS);
  }

  @Test
  void aBodyThatComesByteByByteEndsTheConnection() throws Exception {
    assertThat(
            looksUntilTheEnd(
                "POST /login HTTP/1.1\r\nHost: localhost\r\nContent-Length: 60000\r\n\r\n"))
        .isLessThan(LOOKS);
  }

  /** The limit on silence, not ours: the kernel's buffers hide how slowly somebody reads. */
  @Test
  void anAnswerThatIsNotTakenEndsTheConnection() throws Exception {
    connector.setIdleTimeout(200);
    Socket socket = connected();
    write(socket, "GET %s HTTP/1.1\r\nHost: localhost\r\n\r\n".formatted(largest()).repeat(8));

    Deadline.await(() -> connector.getConnectedEndPoints().isEmpty(), "the end");
  }

  @Test
  void whoeverAsksLittleAndIsAnsweredStays() throws Exception {
    Socket socket = connected();
    for (int asked = 0; asked < 10; asked++) {
      ask(socket);
      patience.look();
    }
    assertThat(isEnded(socket)).isFalse();
  }

  @Test
  void whoeverComesWhenAllConnectionsAreTakenWaitsUntilOneIsFree() throws Exception {
    for (int taken = 0; taken < MOST_CONNECTIONS; taken++) {
      ask(connected());
    }
    Socket waiting = connected();
    write(waiting, "HEAD /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n");
    waiting.setSoTimeout(300);
    assertThat(isEnded(waiting)).isFalse();

    sockets.getFirst().close();

    waiting.setSoTimeout(10_000);
    assertThat(waiting.getInputStream().read()).isEqualTo('H');
  }

  /** Sends byte after byte, and lets ten seconds pass after each. */
  private int looksUntilTheEnd(String start) throws IOException {
    Socket socket = connected();
    write(socket, start);
    int looks = 0;
    while (looks < LOOKS && !isEnded(socket)) {
      patience.look();
      write(socket, "x");
      looks++;
    }
    return looks;
  }

  private Socket connected() throws IOException {
    Socket socket = new Socket();
    sockets.add(socket);
    socket.setReceiveBufferSize(4096);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), running.port));
    socket.setSoTimeout(10_000);
    return socket;
  }

  private static void ask(Socket socket) throws IOException {
    write(socket, "HEAD /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n");
    StringBuilder head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n")) {
      head.append((char) socket.getInputStream().read());
    }
    assertThat(head).startsWith("HTTP/1.1 200");
  }

  /** The address of a megabyte of script. */
  private String largest() throws Exception {
    String page = running.get("/analysis").body();
    return page.replaceAll("(?s).*\"(/assets/echarts[^\"]*)\".*", "$1");
  }

  private static void write(Socket socket, String text) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  /** Whether the server hung up; asks for a moment only, which paces the caller. */
  private static boolean isEnded(Socket socket) {
    try {
      socket.setSoTimeout(100);
      InputStream in = socket.getInputStream();
      while (in.read() >= 0) {}
      return true;
    } catch (SocketTimeoutException _) {
      return false;
    } catch (IOException _) {
      return true; // reset
    }
  }
}
