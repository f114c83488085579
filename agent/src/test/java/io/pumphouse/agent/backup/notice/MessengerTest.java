package io.pumphouse.agent.backup.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.app.SystemTime;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.JobAnswer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Notices to real listeners on this machine. */
final class MessengerTest {
  private static final Notice FAILED =
      new Notice("failed", "own", 7, "run 7 of own failed: no room", "log line\n.dot");

  @TempDir private Path folder;
  private Ears ears;
  private Path file;
  private Messenger messenger;

  @BeforeEach
  void open() throws IOException {
    ears = new Ears();
    file = folder.resolve("notices.yaml");
    messenger = new Messenger(file, new SystemTime(), 1);
  }

  @AfterEach
  void close() throws IOException {
    messenger.close();
    ears.close();
  }

  private void receiver(String more) throws IOException {
    Files.writeString(file, "notices:\n  - {id: it, " + more + "}\n");
  }

  private Path secret(String mode) throws IOException {
    Path secret = Files.writeString(folder.resolve("token"), "s3cret\n");
    return Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString(mode));
  }

  @Test
  void ntfyIsGivenTitlePriorityAndTheEndOfTheLog() throws Exception {
    receiver("type: ntfy, url: \"" + ears.url() + "/topic\", secret-file: " + secret("rw-------"));
    messenger.take(FAILED);
    assertThat(ears.next())
        .startsWith("POST /topic")
        .contains("Title: [pumphouse: own failed]", "Priority: [high]", "[Bearer s3cret]")
        .endsWith("\n\nrun 7 of own failed: no room\n\nlog line\n.dot");
  }

  @Test
  void gotifyIsGivenItsKeyAndJson() throws Exception {
    receiver("type: gotify, url: \"" + ears.url() + "\", secret-file: " + secret("rw-------"));
    messenger.take(FAILED);
    assertThat(ears.next())
        .startsWith("POST /message")
        .containsIgnoringCase("X-Gotify-Key: [s3cret]")
        .contains("\"title\":\"pumphouse: own failed\"", "\"priority\":8");
  }

  @ParameterizedTest
  @CsvSource({
    "started, /uuid/start",
    "succeeded, /uuid",
    "warned, /uuid",
    "failed, /uuid/fail",
    "overdue, /uuid/fail",
    "skipped, /uuid/log"
  })
  void aDeadMansSwitchIsPingedAtItsAddresses(String event, String path) throws Exception {
    receiver("type: healthchecks, url: \"" + ears.url() + "/uuid\"");
    messenger.take(new Notice(event, "own", 7, "text", ""));
    assertThat(ears.next()).startsWith("POST " + path + "\n");
  }

  @Test
  void aWebhookIsGivenEverythingAsJson() throws Exception {
    receiver("type: webhook, url: \"" + ears.url() + "/hook\"");
    messenger.take(FAILED);
    assertThat(ears.next())
        .contains("\"event\":\"failed\"", "\"job_id\":\"own\"", "\"run_id\":7", "log line");
  }

  @Test
  void aMailIsSentWithItsDotsDoubled() throws Exception {
    receiver(
        "type: mail, url: \"" + ears.mailUrl() + "\", from: pi@example.net, to: ann@example.net");
    messenger.take(FAILED);
    assertThat(ears.next())
        .contains("MAIL FROM:<pi@example.net>", "RCPT TO:<ann@example.net>")
        .contains("Subject: pumphouse: own failed", "run 7 of own failed: no room", "\n..dot\n");
  }

  @Test
  void aPasswordIsNotSentWithoutEncryption() throws Exception {
    receiver(
        "type: mail, url: \"%s\", from: a@b.c, to: a@b.c, user: ann, secret-file: %s"
            .formatted(ears.mailUrl(), secret("rw-------")));
    assertThat(messenger.test()).asString().contains("Refused", "no encryption");
    assertThat(ears.next()).doesNotContain("AUTH");
  }

  @Test
  void aSecretThatOthersCanReadIsNotUsed() throws Exception {
    receiver("type: ntfy, url: \"" + ears.url() + "\", secret-file: " + secret("rw-r--r--"));
    assertThat(messenger.test())
        .asString()
        .contains("Refused", "chmod 600")
        .doesNotContain("s3cret");
  }

  @Test
  void aFileOfMoreThanASecretIsNotToldOf() throws Exception {
    Path secret = secret("rw-------");
    Files.writeString(secret, "s3cret\nother\n");
    receiver("type: ntfy, url: \"" + ears.url() + "\", secret-file: " + secret);
    assertThat(messenger.test())
        .asString()
        .contains("Refused", secret.toString(), "one line")
        .doesNotContain("s3cret");
  }

  @Test
  void aServerThatTalksWithoutEndIsLeft() throws Exception {
    try (ServerSocket babbler = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> babble(babbler));
      receiver(
          "type: mail, url: \"smtp://127.0.0.1:%d\", from: a@b.c, to: a@b.c"
              .formatted(babbler.getLocalPort()));
      assertThat(messenger.test()).asString().contains("answers without end");
    }
  }

  private static void babble(ServerSocket server) {
    try (Socket client = server.accept()) {
      client.getOutputStream().write("2".repeat(20_000).getBytes(StandardCharsets.US_ASCII));
      client.getInputStream().readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aNoticeThatTripsTheAgentDoesNotKeepTheNextBack() throws Exception {
    TimeSource broken =
        new TimeSource() {
          @Override
          public Instant wall() {
            throw new IllegalStateException("no clock");
          }

          @Override
          public long nanos() {
            return 0;
          }
        };
    Files.writeString(
        file,
        """
        notices:
          - {id: post, type: mail, url: "smtp://127.0.0.1:1", from: a@b.c, to: a@b.c, on: failed}
          - {id: it, type: webhook, url: "%s", on: succeeded}
        """
            .formatted(ears.url()));
    Messenger tripping = new Messenger(file, broken, 1);
    tripping.take(FAILED);
    tripping.take(new Notice("succeeded", "own", 8, "fine", ""));
    assertThat(ears.next()).contains("\"run_id\":8");
    tripping.close();
  }

  @Test
  void aReceiverThatFailsIsTriedAgain() throws Exception {
    receiver("type: ntfy, url: \"" + ears.url() + "/topic\"");
    ears.status.set(503);
    messenger.take(FAILED);
    for (int tries = 0; tries < 3; tries++) {
      assertThat(ears.next()).startsWith("POST /topic");
    }
    assertThat(messenger.test()).asString().contains("status 503");
  }

  @Test
  void whatNobodyWantsIsNotSent() throws Exception {
    receiver("type: ntfy, url: \"" + ears.url() + "/topic\", on: failed");
    messenger.take(new Notice("succeeded", "own", 7, "fine", ""));
    messenger.take(FAILED);
    assertThat(ears.next()).contains("own failed");
  }

  @Test
  void aTrialSaysWhoTookIt() throws Exception {
    receiver("type: ntfy, url: \"" + ears.url() + "/topic\"");
    assertThat(messenger.test()).containsExactly(new JobAnswer.Done("it took it"));
    receiver("type: ntfy, url: \"http://127.0.0.1:1/topic\"");
    assertThat(messenger.test()).asString().contains("Refused", "refused");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "type: nfty, url: \"http://a\" | ntfy",
        "type: ntfy, url: nonsense | an address such as https://",
        "type: ntfy, url: \"http://a\", on: sometimes | overdue",
        "type: mail, url: \"smtp://a\", from: a@b.c | to",
        "type: ntfy, url: \"http://a\", tokenfile: x | an unknown key"
      })
  void whatIsWrittenWronglyIsSaid(String more, String said) throws IOException {
    receiver(more);
    assertThat(messenger.test()).asString().contains("Refused", said);
  }
}
