package io.pumphouse.agent.backup.notice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.app.SystemTime;
import io.pumphouse.web.model.JobAnswer;
import io.pumphouse.web.model.JobAnswer.Done;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mail over encrypted connections, to a server with a real certificate of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SafeMailTest {
  private static final String LOGIN =
      Base64.getEncoder().encodeToString("\0ann\0s3cret".getBytes(UTF_8));

  private final Path folder;
  private final KeyStore here;
  private final KeyStore other;

  SafeMailTest(@TempDir Path folder) throws Exception {
    this.folder = folder;
    here = PostOffice.keys(folder.resolve("here.p12"), "dns:localhost,ip:127.0.0.1");
    other = PostOffice.keys(folder.resolve("other.p12"), "dns:other.example");
  }

  private JobAnswer tried(String scheme, PostOffice post, SSLSocketFactory trust) throws Exception {
    Path secret = Files.writeString(folder.resolve("password"), "s3cret\n");
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
    Path file = folder.resolve("notices.yaml");
    Files.writeString(
        file,
        """
        notices:
          - {id: mail, type: mail, url: "%s://localhost:%d", user: ann, secret-file: %s, from: pi@example.net, to: ann@example.net}
        """
            .formatted(scheme, post.port(), secret));
    return new Messenger(file, new SystemTime(), 1, 30_000, () -> trust).test().getFirst();
  }

  private static SSLSocketFactory ofTheSystem() {
    return (SSLSocketFactory) SSLSocketFactory.getDefault();
  }

  @Test
  void aServerThatIsEncryptedFromTheStartGetsPasswordAndMail() throws Exception {
    try (PostOffice post = new PostOffice(here, true)) {
      assertThat(tried("smtps", post, post.trust())).isEqualTo(new Done("mail took it"));
      assertThat(post.next())
          .contains("safe: AUTH PLAIN " + LOGIN, "safe: Subject: pumphouse: test test")
          .doesNotContain("open: ");
    }
  }

  @Test
  void aServerThatOffersEncryptionGetsThePasswordOnlyAfterIt() throws Exception {
    try (PostOffice post = new PostOffice(here, false)) {
      assertThat(tried("smtp", post, post.trust())).isEqualTo(new Done("mail took it"));
      assertThat(post.next())
          .startsWith("open: EHLO pumphouse\nopen: STARTTLS\nsafe: EHLO pumphouse\n")
          .contains("safe: AUTH PLAIN " + LOGIN, "safe: MAIL FROM:<pi@example.net>");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"smtps", "smtp"})
  void aCertificateThatNobodyVouchesForIsRefusedAndNothingIsSent(String scheme) throws Exception {
    try (PostOffice post = new PostOffice(here, scheme.equals("smtps"))) {
      assertThat(tried(scheme, post, ofTheSystem()))
          .asString()
          .contains("Refused", "nobody whom this machine trusts vouches", "localhost")
          .contains("a certificate of a known authority");
      assertThat(post.next()).doesNotContain("AUTH", "MAIL", LOGIN);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"smtps", "smtp"})
  void aCertificateOfAnotherNameIsRefusedAndNothingIsSent(String scheme) throws Exception {
    try (PostOffice post = new PostOffice(other, scheme.equals("smtps"))) {
      assertThat(tried(scheme, post, post.trust()))
          .asString()
          .contains("Refused", "the certificate is not for localhost", "url in " + folder);
      assertThat(post.next()).doesNotContain("AUTH", "MAIL", LOGIN);
    }
  }

  @Test
  void whoeverSpeaksNoTlsWhereItIsAskedForIsToldApart() throws Exception {
    try (PostOffice post = new PostOffice(here, false)) {
      assertThat(tried("smtps", post, post.trust()))
          .asString()
          .contains("Refused", "no encryption with localhost comes about", "STARTTLS");
    }
  }

  /** As in CVE-2011-0411, the other way round: the answers to the next two lines, unencrypted. */
  @Test
  void whatIsSlippedInBeforeTheHandshakeCountsForNothing() throws Exception {
    try (PostOffice post = new PostOffice(here, false)) {
      post.slipped = "\r\n250 AUTH PLAIN\r\n535 try another password";
      assertThat(tried("smtp", post, post.trust())).isEqualTo(new Done("mail took it"));
    }
  }

  @Test
  void aMailThatWasTakenIsNotSentAgainBecauseOfItsFarewell() throws Exception {
    try (PostOffice post = new PostOffice(here, true)) {
      post.farewell = "";
      assertThat(tried("smtps", post, post.trust())).isEqualTo(new Done("mail took it"));
      assertThat(post.next()).endsWith("safe: .\nsafe: QUIT\n");
    }
  }
}
