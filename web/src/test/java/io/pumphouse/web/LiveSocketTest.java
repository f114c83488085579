package io.pumphouse.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a client may ask of the live socket. */
final class LiveSocketTest {
  private final RunningServer running = new RunningServer();

  @AfterEach
  void stop() {
    running.close();
  }

  @Test
  void pingIsAnsweredWithPong() throws Exception {
    try (LiveClient client = LiveClient.greeted(running)) {
      client.send("{\"note\":{\"type\":[1,2]},\"type\":\"ping\"}");

      assertThat(client.next()).isEqualTo("{\"type\":\"pong\",\"seq\":3}");
    }
  }

  @Test
  void whatIsNotAKnownMessageIsAnsweredWithItsError() throws Exception {
    try (LiveClient client = LiveClient.greeted(running)) {
      client.send("{\"type\":\"make_tea\"}");
      assertThat(client.next()).contains("\"cause\":\"unknown type \\\"make_tea\\\"\"");
      client.send("{\"type\":");
      assertThat(client.next()).contains("\"type\":\"error\"", "it is not JSON");
      client.send("[]");
      assertThat(client.next()).contains("a message is a JSON object");
      client.send("{\"type\":7}");
      assertThat(client.next()).contains("it has no \\\"type\\\"");
      client.send("{\"type\":\"ping\"} {}");
      assertThat(client.next()).contains("there is more after the object");
      client.send("");
      assertThat(client.next()).contains("a message is a JSON object");
      client.send("{\"a\":".repeat(600));
      assertThat(client.next()).contains("\"type\":\"error\"");
    }
  }

  @Test
  void anErrorNeverEchoesMoreThanALine() throws Exception {
    try (LiveClient client = LiveClient.greeted(running)) {
      client.send("{\"type\":\"" + "x".repeat(4000) + "\"}");

      assertThat(client.next()).hasSizeLessThan(170);
    }
  }

  @Test
  void binaryClosesTheConnection() throws Exception {
    try (LiveClient client = LiveClient.greeted(running)) {
      client.sendBinary((byte) 1, (byte) 2);

      assertThat(client.closeStatus()).isEqualTo(1003);
    }
  }

  @Test
  void aMessageOfMoreThan4KiBClosesTheConnection() throws Exception {
    try (LiveClient client = LiveClient.greeted(running)) {
      client.send("\"" + "x".repeat(4096) + "\"");

      assertThat(client.closeStatus()).isEqualTo(1009);
    }
  }

  @Test
  void moreThanTwentyMessagesInASecondCloseTheConnection() throws Exception {
    try (LiveClient client = LiveClient.greeted(running)) {
      for (int i = 0; i < 21; i++) {
        client.send("{\"type\":\"ping\"}");
      }

      assertThat(client.closeStatus()).isEqualTo(1008);
    }
  }

  @Test
  void twentyMessagesInEachSecondAreFine() throws Exception {
    try (LiveClient client = LiveClient.greeted(running)) {
      for (int i = 0; i < 40; i++) {
        if (i == 20) {
          running.time.pass(Duration.ofSeconds(1));
        }
        client.send("{\"type\":\"ping\"}");
        assertThat(client.next()).startsWith("{\"type\":\"pong\"");
      }
    }
  }
}
