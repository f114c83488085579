package io.pumphouse.agent.backup.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.app.SystemTime;
import io.pumphouse.web.model.JobAnswer.Done;
import io.pumphouse.web.model.JobAnswer.Refused;
import io.pumphouse.web.model.NoticeList;
import io.pumphouse.web.model.NoticeReceiver;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody who takes a connection and never says a word. */
final class SilentReceiverTest {
  private static final String LATE = "127.0.0.1 does not answer in time";

  @TempDir private Path folder;

  @Test
  void aTrialWaitsForNobodyWhoIsSilentAndTellsTheOthers() throws Exception {
    Path file = folder.resolve("notices.yaml");
    try (Ears ears = new Ears();
        ServerSocket silent = new ServerSocket(0, 9, InetAddress.getLoopbackAddress())) {
      Files.writeString(
          file,
          """
          notices:
            - {id: web, type: webhook, url: "http://127.0.0.1:%1$d"}
            - {id: post, type: mail, url: "smtp://127.0.0.1:%1$d", from: a@b.c, to: a@b.c}
            - {id: it, type: webhook, url: "%2$s"}
          """
              .formatted(silent.getLocalPort(), ears.url()));
      Messenger messenger =
          new Messenger(
              file,
              new SystemTime(),
              1,
              500,
              () -> {
                throw new IllegalStateException("nobody asks for encryption here");
              });
      assertThat(messenger.test())
          .containsExactly(
              new Refused("web did not take it: " + LATE, "check the network, and that it is on"),
              new Refused("post did not take it: " + LATE, "check the network, and that it is on"),
              new Done("it took it"));
      assertThat(((NoticeList.Known) messenger.list()).receivers())
          .extracting(NoticeReceiver::latest)
          .extracting(latest -> latest.getFirst().cause())
          .containsExactly(LATE, LATE, "");
    }
  }
}
