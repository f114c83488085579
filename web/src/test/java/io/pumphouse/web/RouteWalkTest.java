package io.pumphouse.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.web.model.Accounts;
import io.pumphouse.web.route.Need;
import io.pumphouse.web.route.Route;
import io.pumphouse.web.sample.FakeAccess;
import io.pumphouse.web.sample.FakeWrites;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Walks the route table: every address, whoever asks, and whatever they show. */
final class RouteWalkTest {
  private final FakeAccess access = new FakeAccess(Accounts.State.CLAIMED);
  private final FakeWrites writes = new FakeWrites();
  private final ArrayDeque<RunningServer> running = new ArrayDeque<>();

  @AfterEach
  void stop() {
    running.forEach(RunningServer::close);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void everyRouteAnswersWhomItDeclaresAndNobodyElse(boolean isReadingOpen) throws Exception {
    RunningServer server = server(access, isReadingOpen, Set.of());
    for (Route route : server.server.routes()) {
      for (Credential credential : Credential.all()) {
        boolean isLetIn = credential.opens(route, isReadingOpen);
        int before = changes();
        HttpResponse<String> answer = ask(server, route, credential);

        assertThat(isRefused(answer))
            .as("%s %s with %s: %s", route.method(), route.path(), credential, answer)
            .isEqualTo(!isLetIn);
        assertThat(isLetIn || changes() == before)
            .as("%s %s with %s changed something", route.method(), route.path(), credential)
            .isTrue();
      }
    }
  }

  @Test
  void aForeignPageGetsNoChangeThroughWhateverItsVictimShows() throws Exception {
    RunningServer server = server(access, true, Set.of());
    for (Route route : changing(server)) {
      for (Credential credential : Credential.all()) {
        for (List<String> foreign :
            List.of(
                List.of("Origin", "http://evil.example"),
                List.of("Origin", "null"),
                List.of("Sec-Fetch-Site", "cross-site"),
                List.of("Sec-Fetch-Site", "same-site"))) {
          HttpResponse<String> answer =
              server.send(
                  request(server, route, credential)
                      .header(foreign.getFirst(), foreign.getLast())
                      .build());

          assertThat(answer.statusCode()).as("%s from %s", route, foreign).isEqualTo(403);
        }
      }
    }
    assertThat(changes()).isZero();
  }

  @Test
  void aForeignNameGetsNothingThrough() throws Exception {
    RunningServer server = server(access, true, Set.of());
    for (Route route : server.server.routes()) {
      String text =
          "%s %s HTTP/1.1\nHost: evil.example\nAuthorization: Bearer owner-token\nConnection: close\nContent-Length: 0\n\n"
              .formatted(route.method(), path(route));
      try (RawClient client = RawClient.send(server, text)) {
        assertThat(client.head()).as(route.toString()).startsWith("HTTP/1.1 421");
      }
    }
    assertThat(changes()).isZero();
  }

  @Test
  void beforeItIsClaimedAnExposedServerShowsNothingButTheDoor() throws Exception {
    FakeAccess unclaimed = new FakeAccess(Accounts.State.UNCLAIMED);
    RunningServer server = server(unclaimed, true, Set.of("192.0.2.1"));
    for (Route route : server.server.routes()) {
      for (Credential credential : Credential.all()) {
        assertThat(isRefused(ask(server, route, credential)))
            .as("%s %s with %s", route.method(), route.path(), credential)
            .isEqualTo(route.need() != Need.PUBLIC);
      }
    }
  }

  @Test
  void thePublicDoorIsThisAndNoMore() {
    assertThat(
            server(access, true, Set.of()).server.routes().stream()
                .filter(route -> route.need() == Need.PUBLIC)
                .map(route -> route.method() + " " + route.path()))
        .containsExactlyInAnyOrder(
            "GET /assets/{file}",
            "GET /mobile",
            "GET /healthz",
            "HEAD /healthz",
            "GET /claim",
            "POST /claim",
            "GET /login",
            "POST /login",
            "POST /api/v1/claim",
            "POST /api/v1/session");
  }

  @Test
  void onlyOwnersAndTechniciansTouchThePump() {
    assertThat(
            changing(server(access, true, Set.of())).stream()
                .filter(route -> route.path().contains("{pump}"))
                .map(Route::need))
        .isNotEmpty()
        .containsOnly(Need.TECHNICIAN);
  }

  private RunningServer server(FakeAccess people, boolean isReadingOpen, Set<String> proxies) {
    RunningServer server =
        new RunningServer(
            people,
            writes,
            new WebSettings(
                "127.0.0.1",
                0,
                32,
                Duration.ZERO,
                isReadingOpen,
                Set.of(),
                proxies,
                "",
                new Tls.None()));
    running.add(server);
    return server;
  }

  private static List<Route> changing(RunningServer server) {
    return server.server.routes().stream().filter(Route::changes).toList();
  }

  private int changes() {
    return access.changes().size() + writes.orders().size();
  }

  private static HttpResponse<String> ask(RunningServer server, Route route, Credential credential)
      throws Exception {
    return server.send(request(server, route, credential).build());
  }

  private static HttpRequest.Builder request(
      RunningServer server, Route route, Credential credential) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.uri("http", path(route)))
            .method(route.method().name(), HttpRequest.BodyPublishers.noBody());
    List<String> headers = credential.headers();
    return headers.isEmpty() ? request : request.headers(headers.toArray(String[]::new));
  }

  private static String path(Route route) {
    return route.path().replace("{pump}", "house").replaceAll("\\{[a-z]+}", "x");
  }

  /** Doors refuse with a challenge or as forbidden; rooms behind them with neither. */
  private static boolean isRefused(HttpResponse<String> answer) {
    return answer.statusCode() == 403
        || answer.headers().firstValue("WWW-Authenticate").isPresent();
  }
}
