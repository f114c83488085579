package io.pumphouse.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class GateTest {
  private final RunningServer running = new RunningServer();

  @AfterEach
  void stop() {
    running.close();
  }

  @Test
  void ourOwnNamesAreAnswered() throws Exception {
    for (String host :
        List.of(
            "localhost",
            "LOCALHOST:" + running.port,
            "127.0.0.1:" + running.port,
            "127.0.1.1",
            "[::1]:" + running.port,
            "pump.example",
            "Pump.Example:8443",
            "cellar.local")) {
      assertThat(answerTo(host)).as(host).startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void aNameThatIsNotOursIsRefused() throws Exception {
    for (String host :
        List.of(
            "evil.example",
            "localhost.evil.example",
            "127.0.0.1.evil.example",
            "pump.example.evil.example:8080",
            "192.0.2.7")) {
      assertThat(answerTo(host))
          .as(host)
          .startsWith("HTTP/1.1 421")
          .contains("application/problem+json", "does not go by the name");
    }
  }

  @Test
  void everythingStandsBehindTheGate() throws Exception {
    for (String path : List.of("/", "/healthz", "/api/v1/pumps", "/fragment/cards", "/nothing")) {
      assertThat(answer("GET " + path, "evil.example", "")).startsWith("HTTP/1.1 421");
    }
    String foreign = "Origin: http://evil.example\n";
    try (RawClient socket = RawClient.upgrade(running, foreign)) {
      assertThat(socket.head()).startsWith("HTTP/1.1 403");
    }
  }

  @Test
  void aForeignPageMayNotChangeAnything() throws Exception {
    for (String origin : List.of("http://evil.example", "null", "http://localhost:1")) {
      assertThat(answer("POST /", "localhost", "Origin: " + origin + "\nContent-Length: 0\n"))
          .as(origin)
          .startsWith("HTTP/1.1 403")
          .contains("open the dashboard itself");
    }
  }

  @Test
  void ourOwnPageAndProgramsAreLetThrough() throws Exception {
    String own = "Origin: https://pump.example\nContent-Length: 0\n";

    assertThat(answer("POST /", "pump.example", own)).startsWith("HTTP/1.1 405");
    assertThat(answer("POST /", "localhost", "Content-Length: 0\n")).startsWith("HTTP/1.1 405");
  }

  @Test
  void aLargeBodyIsRefused() throws Exception {
    HttpRequest large =
        HttpRequest.newBuilder(running.uri("http", "/"))
            .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[70_000]))
            .build();

    assertThat(running.send(large).statusCode()).isEqualTo(413);
  }

  @Test
  void largeHeadersAreRefused() throws Exception {
    assertThat(answer("GET /", "localhost", "X-Large: " + "x".repeat(9000) + "\n"))
        .startsWith("HTTP/1.1 431")
        .doesNotContain("Exception");
  }

  @Test
  void everyAnswerCarriesTheSafeHeadersAndNamesNoVersion() throws Exception {
    for (String path : List.of("/", "/healthz", "/api/v1/pumps/x", "/nothing", "/mobile")) {
      HttpResponse<String> answer = running.get(path);

      assertThat(answer.headers().firstValue("Content-Security-Policy"))
          .contains(
              "default-src 'self'; img-src 'self' data:; connect-src 'self'; object-src 'none';"
                  + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
      assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
      assertThat(answer.headers().firstValue("X-Frame-Options")).contains("DENY");
      assertThat(answer.headers().firstValue("Referrer-Policy")).contains("same-origin");
      assertThat(answer.headers().firstValue("Server")).isEmpty();
      assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }
  }

  @Test
  void whatJettyItselfRefusesShowsNoInsides() throws Exception {
    assertThat(answer("GET /%zz", "localhost", ""))
        .startsWith("HTTP/1.1 400")
        .contains("Content-Security-Policy", "application/problem+json")
        .doesNotContainIgnoringCase("jetty")
        .doesNotContain("Exception");
    assertThat(answer("GET /a/../../etc/passwd", "localhost", "")).startsWith("HTTP/1.1 4");
  }

  private String answerTo(String host) throws Exception {
    return answer("GET /healthz", host, "");
  }

  private String answer(String request, String host, String headers) throws Exception {
    String text = request + " HTTP/1.1\nHost: " + host + "\nConnection: close\n" + headers + "\n";
    try (RawClient client = RawClient.send(running, text)) {
      return client.response();
    }
  }
}
