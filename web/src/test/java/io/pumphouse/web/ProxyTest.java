package io.pumphouse.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.web.model.Accounts;
import io.pumphouse.web.sample.FakeAccess;
import io.pumphouse.web.sample.FakeWrites;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Behind a reverse proxy, and beside somebody who pretends to be one. */
final class ProxyTest {
  private static final String FORWARDED =
      """
      X-Forwarded-For: 203.0.113.9, 198.51.100.7
      X-Forwarded-Host: pump.example
      X-Forwarded-Proto: https
      """;

  private final FakeAccess access = new FakeAccess(Accounts.State.CLAIMED);

  private RunningServer behind(String proxy, String base) {
    return new RunningServer(
        access,
        new FakeWrites(),
        new WebSettings(
            "127.0.0.1",
            0,
            2,
            Duration.ZERO,
            true,
            Set.of("pump.example"),
            Set.of(proxy),
            base,
            new Tls.None()));
  }

  @Test
  void aTrustedProxyTellsWhoAsksAndHow() throws Exception {
    try (RunningServer server = behind("127.0.0.1", "")) {
      assertThat(logIn(server, FORWARDED))
          .contains("; SameSite=Strict; Secure")
          .contains("Strict-Transport-Security: max-age=31536000");
    }
    // The last address that is not the proxy's own: what stands before it, anybody can write.
    assertThat(access.changes()).containsExactly("owner logged in from 198.51.100.7");
  }

  @Test
  void whatAnybodyElseTellsIsTheirInvention() throws Exception {
    try (RunningServer server = behind("192.0.2.99", "")) {
      assertThat(logIn(server, FORWARDED)).doesNotContain("Secure", "Strict-Transport");
    }
    assertThat(access.changes()).containsExactly("owner logged in from 127.0.0.1");
  }

  @Test
  void aForeignNameIsForeignThroughAProxyToo() throws Exception {
    try (RunningServer server = behind("127.0.0.1", "")) {
      assertThat(answer(server, "GET /healthz", "X-Forwarded-Host: evil.example\n"))
          .startsWith("HTTP/1.1 421");
    }
  }

  @Test
  void everythingIsUnderTheSubPath() throws Exception {
    try (RunningServer server = behind("127.0.0.1", "/pump")) {
      assertThat(answer(server, "GET /pump/", ""))
          .startsWith("HTTP/1.1 200")
          .contains("data-socket=\"/pump/ws/live\"", "href=\"/pump/assets/app.")
          .doesNotContain("href=\"/assets", "href=\"/\"");
      assertThat(answer(server, "GET /pump", "")).contains("Location: ").contains("/pump/");
      assertThat(answer(server, "GET /pump/account", "Accept: text/html\n"))
          .contains("Location: ")
          .contains("/pump/login?to=%2Faccount");
      assertThat(logIn(server, "", "/pump")).contains("Path=/pump/;");
      assertThat(answer(server, "GET /pumpkin", "")).startsWith("HTTP/1.1 404");
    }
  }

  @Test
  void theLiveSocketIsUnderTheSubPathToo() throws Exception {
    try (RunningServer server = behind("127.0.0.1", "/pump");
        RawClient socket = RawClient.upgrade(server, "/pump/ws/live", FORWARDED)) {
      assertThat(socket.head()).startsWith("HTTP/1.1 101");
    }
  }

  private static String logIn(RunningServer server, String headers) throws Exception {
    return logIn(server, headers, "");
  }

  private static String logIn(RunningServer server, String headers, String base) throws Exception {
    String body = "user=owner&password=open sesame";
    return answer(
        server,
        "POST " + base + "/login",
        headers
            + "Content-Type: application/x-www-form-urlencoded\nContent-Length: %d\n"
                .formatted(body.length()),
        body);
  }

  private static String answer(RunningServer server, String request, String headers)
      throws Exception {
    return answer(server, request, headers, "");
  }

  private static String answer(RunningServer server, String request, String headers, String body)
      throws Exception {
    String text =
        request + " HTTP/1.1\nHost: localhost\nConnection: close\n" + headers + "\n" + body;
    try (RawClient client = RawClient.send(server, text)) {
      return client.response();
    }
  }
}
