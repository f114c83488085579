package io.pumphouse.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.web.model.Accounts;
import io.pumphouse.web.sample.FakeAccess;
import io.pumphouse.web.sample.FakeWrites;
import io.pumphouse.web.sample.Villa;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TlsTest {
  @TempDir Path folder;

  @Test
  void aSelfMadeCertificateServesWhoeverTrustsIt() throws Exception {
    try (RunningServer server = server(new Tls.SelfMade(folder))) {
      HttpResponse<String> answer = get(server);

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Strict-Transport-Security"))
          .contains("max-age=31536000");
    }
  }

  @Test
  void theCertificateIsMadeOnceAndItsKeyIsForTheAgentAlone() throws Exception {
    server(new Tls.SelfMade(folder)).close();
    String first = Files.readString(folder.resolve("tls.crt"));
    server(new Tls.SelfMade(folder)).close();

    assertThat(Files.readString(folder.resolve("tls.crt"))).isEqualTo(first);
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("tls.key"))))
        .isEqualTo("rw-------");
    assertThat(certificate().getSubjectAlternativeNames().toString())
        .contains("localhost", "pump.example", "127.0.0.1");
  }

  @Test
  void aCertificateOfTheOwnersServesToo() throws Exception {
    server(new Tls.SelfMade(folder)).close();

    Tls given = new Tls.Given(folder.resolve("tls.crt"), folder.resolve("tls.key"));
    try (RunningServer server = server(given)) {
      assertThat(get(server).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aCertificateThatCannotBeReadIsSaidAndNothingIsServedInPlain() throws Exception {
    Files.writeString(folder.resolve("tls.crt"), "nonsense");
    Tls given = new Tls.Given(folder.resolve("tls.crt"), folder.resolve("tls.key"));
    try (WebServer server =
        new WebServer(
            settings(given),
            Villa.house(),
            new FakeAccess(Accounts.State.CLAIMED).access(),
            Villa.time(),
            "1.2.3")) {
      assertThat(server.start())
          .isInstanceOfSatisfying(
              Start.Failed.class,
              failed -> assertThat(failed.cause()).contains("tls.crt", "tls.key"));
      assertThat(server.check().isWell()).isFalse();
    }
  }

  @Test
  void whoeverSpeaksPlainlyIsNotAnswered() throws Exception {
    try (RunningServer server = server(new Tls.SelfMade(folder));
        RawClient client = RawClient.send(server, "GET / HTTP/1.1\nHost: localhost\n\n")) {
      assertThat(client.all()).doesNotContain("HTTP/1.1 200");
    }
  }

  private static WebSettings settings(Tls tls) {
    return new WebSettings(
        "127.0.0.1", 0, 2, Duration.ZERO, true, Set.of("pump.example"), Set.of(), "", tls);
  }

  private static RunningServer server(Tls tls) {
    return new RunningServer(
        new FakeAccess(Accounts.State.CLAIMED), new FakeWrites(), settings(tls));
  }

  private X509Certificate certificate() throws Exception {
    try (InputStream file = Files.newInputStream(folder.resolve("tls.crt"))) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(file);
    }
  }

  private HttpResponse<String> get(RunningServer server) throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("pumphouse", certificate());
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    try (HttpClient client = HttpClient.newBuilder().sslContext(context).build()) {
      return client.send(
          HttpRequest.newBuilder(server.uri("https", "/")).build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }
}
