package io.pumphouse.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pumphouse.web.sample.FakeAccess;
import io.pumphouse.web.sample.Villa;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class WebServerTest {
  @Test
  void aTakenPortIsSaidAndHealsOnceItIsFree() throws IOException {
    ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    int port = other.getLocalPort();
    try (WebServer server = server("127.0.0.1", port)) {
      try (other) {
        assertThat(server.start())
            .isEqualTo(
                new Start.Failed(
                    "listen on 127.0.0.1:" + port + ": address already in use",
                    "stop the program that holds port %d (sudo ss -ltnp), or set another at web: listen:"
                        .formatted(port)));
        assertThat(server.check().isWell()).isFalse();
        assertThat(server.check().cause()).contains("address already in use");
      }
      assertThat(server.start()).isEqualTo(new Start.Started(port));
      assertThat(server.check().isWell()).isTrue();
    }
  }

  @Test
  void anAddressOfAnotherMachineIsSaid() {
    try (WebServer server = server("192.0.2.1", 0)) {
      assertThat(server.start())
          .isEqualTo(
              new Start.Failed(
                  "listen on 192.0.2.1:0: cannot assign requested address",
                  "set web: listen: to an address of this machine (ip address lists them)"));
    }
  }

  @Test
  void aNameThatIsNoAddressIsSaid() {
    try (WebServer server = server("no such host", 0)) {
      assertThat(server.start())
          .isInstanceOfSatisfying(
              Start.Failed.class, failed -> assertThat(failed.cause()).endsWith("no such host"));
    }
  }

  @Test
  void itSaysWhereItListensAndHowManyWatch() throws Exception {
    try (RunningServer running = new RunningServer();
        LiveClient _ = LiveClient.greeted(running)) {
      assertThat(running.server.check().cause())
          .isEqualTo("listening on 127.0.0.1:%d, 1 live clients".formatted(running.port));
    }
  }

  @Test
  void beforeItsStartItIsNotWell() {
    assertThat(server("127.0.0.1", 0).check().isWell()).isFalse();
  }

  @Test
  void itCanBeClosedTwiceAndStartedAgain() throws Exception {
    RunningServer running = new RunningServer();
    running.server.close();
    running.server.close();
    assertThatThrownBy(() -> running.get("/")).isInstanceOf(IOException.class);

    assertThat(running.server.start()).isInstanceOf(Start.Started.class);
    running.close();
  }

  @Test
  void startingAgainChangesNothing() {
    try (RunningServer running = new RunningServer()) {
      assertThat(running.server.start()).isEqualTo(new Start.Started(running.port));
    }
  }

  private static WebServer server(String host, int port) {
    return new WebServer(
        new WebSettings(host, port, 1, Duration.ZERO, true, Set.of(), Set.of(), "", new Tls.None()),
        Villa.house(),
        new FakeAccess(FakeAccess.CLAIMED).access(),
        Villa.time(),
        "1.2.3");
  }
}
