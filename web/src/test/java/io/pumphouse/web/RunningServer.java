package io.pumphouse.web;

import io.pumphouse.web.model.Analysis;
import io.pumphouse.web.model.Health;
import io.pumphouse.web.model.History;
import io.pumphouse.web.model.House;
import io.pumphouse.web.model.Site;
import io.pumphouse.web.sample.FakeAccess;
import io.pumphouse.web.sample.FakeAppliance;
import io.pumphouse.web.sample.FakeBackups;
import io.pumphouse.web.sample.FakeBoard;
import io.pumphouse.web.sample.FakeInsight;
import io.pumphouse.web.sample.FakeLive;
import io.pumphouse.web.sample.FakeTime;
import io.pumphouse.web.sample.FakeWrites;
import io.pumphouse.web.sample.Plight;
import io.pumphouse.web.sample.Villa;
import io.pumphouse.web.sample.WinterDay;
import io.pumphouse.web.sample.Workshop;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;

/** A real server on a free port of this machine, with a made-up site behind it. */
final class RunningServer implements AutoCloseable {
  final FakeTime time = Villa.time();
  final FakeLive live;
  final FakeInsight insight;
  final FakeBackups backups = new FakeBackups();
  final FakeBoard board = new FakeBoard();
  final FakeAppliance appliance = new FakeAppliance();
  final WebServer server;
  final int port;
  final HttpClient http = HttpClient.newHttpClient();

  RunningServer() {
    this(Villa.SITE, Villa.live(), Villa.history(), Villa.health(), 32);
  }

  RunningServer(Site site, FakeLive live, History history, Health health, int maxClients) {
    this(site, live, history, health, maxClients, Duration.ZERO);
  }

  /** A server with these people in the house, and these settings. */
  RunningServer(FakeAccess access, FakeWrites writes, WebSettings settings) {
    this.live = Villa.live();
    this.insight = new FakeInsight();
    this.server =
        new WebServer(
            settings,
            new House(
                Villa.SITE,
                live,
                live,
                Villa.history(),
                Villa.health(),
                Workshop.diagnostics(board),
                insight.analysis(),
                writes,
                backups,
                appliance.appliance()),
            access.access(),
            time,
            "1.2.3");
    this.port = started(server);
  }

  private static int started(WebServer server) {
    return switch (server.start()) {
      case Start.Started(int taken) -> taken;
      case Start.Failed failed -> throw new IllegalStateException(failed.toString());
    };
  }

  private RunningServer(
      Site site,
      FakeLive live,
      History history,
      Health health,
      int maxClients,
      Duration liveEvery) {
    this(site, live, history, health, maxClients, liveEvery, new FakeInsight());
  }

  private RunningServer(
      Site site,
      FakeLive live,
      History history,
      Health health,
      int maxClients,
      Duration liveEvery,
      FakeInsight insight) {
    this(site, live, history, health, maxClients, liveEvery, insight, insight.analysis());
  }

  private RunningServer(
      Site site,
      FakeLive live,
      History history,
      Health health,
      int maxClients,
      Duration liveEvery,
      FakeInsight insight,
      Analysis analysis) {
    this.live = live;
    this.insight = insight;
    WebSettings settings =
        new WebSettings(
            "127.0.0.1",
            0,
            maxClients,
            liveEvery,
            true,
            Set.of("pump.example", "Cellar.local"),
            Set.of(),
            "",
            new Tls.None());
    this.server =
        new WebServer(
            settings,
            new House(
                site,
                live,
                live,
                history,
                health,
                Workshop.diagnostics(board),
                analysis,
                new FakeWrites(),
                backups,
                appliance.appliance()),
            new FakeAccess(FakeAccess.CLAIMED).access(),
            time,
            "1.2.3");
    this.port = started(server);
  }

  /** A server that knows how a winter day went. */
  static RunningServer onAWinterDay() {
    return new RunningServer(
        Villa.SITE,
        Villa.live().with(Villa.HOUSE.id(), Plight.over()),
        Villa.history(),
        Villa.health(),
        32,
        Duration.ZERO,
        new FakeInsight(),
        WinterDay.analysis());
  }

  static RunningServer withHealth(Health health) {
    return new RunningServer(Villa.SITE, Villa.live(), Villa.history(), health, 32);
  }

  static RunningServer withLimit(int maxClients) {
    return new RunningServer(Villa.SITE, Villa.live(), Villa.history(), Villa.health(), maxClients);
  }

  static RunningServer tellingEvery(Duration liveEvery) {
    return new RunningServer(
        Villa.SITE, Villa.live(), Villa.history(), Villa.health(), 32, liveEvery);
  }

  HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri("http", path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build());
  }

  HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  URI uri(String scheme, String path) {
    return URI.create(scheme + "://127.0.0.1:" + port + path);
  }

  @Override
  public void close() {
    http.close();
    server.close();
  }
}
