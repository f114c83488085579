package io.pumphouse.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pumphouse.web.model.Accounts;
import io.pumphouse.web.sample.FakeAccess;
import io.pumphouse.web.sample.FakeWrites;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Debian's nginx in front, in a path, as {@code docs/reverse-proxy.md} says. */
final class NginxTest {
  private static final Path NGINX = Path.of("/usr/sbin/nginx");

  private final FakeAccess access = new FakeAccess(Accounts.State.CLAIMED);
  private final RunningServer running =
      new RunningServer(
          access,
          new FakeWrites(),
          new WebSettings(
              "127.0.0.1",
              0,
              2,
              Duration.ZERO,
              true,
              Set.of("127.0.0.1"),
              Set.of("127.0.0.1"),
              "/pump",
              new Tls.None()));
  private final HttpClient http = HttpClient.newHttpClient();
  private final int port;
  private final Process nginx;

  NginxTest(@TempDir Path folder) throws Exception {
    assumeTrue(Foreign.isHere(NGINX), "no nginx on this machine");
    this.port = freePort();
    Path config = folder.resolve("nginx.conf");
    Files.writeString(config, configuration(folder));
    this.nginx =
        new ProcessBuilder(NGINX.toString(), "-p", folder.toString(), "-c", config.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said").toFile())
            .start();
    Deadline.await(this::isUp, "nginx on port " + port);
  }

  /** The lines that the documentation gives, with our port, and TLS before them. */
  private String documented() throws IOException {
    return Files.readString(Path.of("..", "docs", "reverse-proxy.md"))
        .replaceAll("(?s).*```nginx\n(.*?)```.*", "$1")
        .replace("127.0.0.1:8080", "127.0.0.1:" + running.port)
        .replace("$scheme", "https");
  }

  private String configuration(Path folder) throws IOException {
    return """
        daemon off;
        master_process off;
        pid %1$s/pid;
        error_log %1$s/errors;
        events {}
        http {
          access_log off;
          client_body_temp_path %1$s/body;
          proxy_temp_path %1$s/proxy;
          fastcgi_temp_path %1$s/fastcgi;
          uwsgi_temp_path %1$s/uwsgi;
          scgi_temp_path %1$s/scgi;
          server {
            listen 127.0.0.1:%2$d;
            %3$s
          }
          map $http_upgrade $connection_upgrade { default upgrade; "" ""; }
        }
        """
        .formatted(folder, port, documented());
  }

  @AfterEach
  void stop() throws InterruptedException {
    nginx.destroy();
    assertThat(nginx.waitFor(10, TimeUnit.SECONDS)).isTrue();
    http.close();
    running.close();
  }

  @Test
  void pagesAndTheirPicturesAreUnderThePath() throws Exception {
    String page = get("/pump/").body();
    String style = page.replaceAll("(?s).*href=\"(/pump/assets/app[^\"]*)\".*", "$1");

    assertThat(get(style).statusCode()).isEqualTo(200);
    assertThat(page).contains("data-socket=\"/pump/ws/live\"");
  }

  @Test
  void whoeverLogsInThroughItGetsASecureCookieOfThePathAndIsKnownByTheirAddress() throws Exception {
    HttpRequest login =
        HttpRequest.newBuilder(uri("http", "/pump/login"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Origin", "https://127.0.0.1:" + port)
            .header("X-Forwarded-For", "203.0.113.9, 198.51.100.7")
            .POST(HttpRequest.BodyPublishers.ofString("user=owner&password=open+sesame"))
            .build();

    HttpResponse<String> in = http.send(login, HttpResponse.BodyHandlers.ofString());

    assertThat(in.statusCode()).isEqualTo(303);
    assertThat(in.headers().firstValue("Location")).contains("/pump/");
    assertThat(in.headers().firstValue("Set-Cookie").orElseThrow())
        .contains("Path=/pump/;", "HttpOnly", "SameSite=Strict", "Secure");
    // Behind nginx's own 127.0.0.1 stands the last that it heard from.
    assertThat(access.changes()).containsExactly("owner logged in from 198.51.100.7");
  }

  @Test
  void theLiveSocketIsUpgradedThroughIt() throws Exception {
    CompletableFuture<String> first = new CompletableFuture<>();
    WebSocket socket =
        http.newWebSocketBuilder()
            .header("Origin", "https://127.0.0.1:" + port)
            .buildAsync(uri("ws", "/pump/ws/live"), new FirstMessage(first))
            .get(10, TimeUnit.SECONDS);

    assertThat(first.get(10, TimeUnit.SECONDS)).contains("connection_status");
    socket.abort();
  }

  private record FirstMessage(CompletableFuture<String> first) implements WebSocket.Listener {
    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean isLast) {
      first.complete(text.toString());
      return CompletableFuture.completedStage(null);
    }
  }

  private HttpResponse<String> get(String path) throws Exception {
    return http.send(
        HttpRequest.newBuilder(uri("http", path)).build(), HttpResponse.BodyHandlers.ofString());
  }

  private URI uri(String scheme, String path) {
    return URI.create(scheme + "://127.0.0.1:" + port + path);
  }

  private boolean isUp() {
    try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }
}
