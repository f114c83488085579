package io.pumphouse.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.access.AccessRoutes;
import io.pumphouse.web.access.Doors;
import io.pumphouse.web.access.Entrance;
import io.pumphouse.web.analysis.AnalysisPages;
import io.pumphouse.web.api.Api;
import io.pumphouse.web.api.AskedSpan;
import io.pumphouse.web.api.OpenApi;
import io.pumphouse.web.api.Prometheus;
import io.pumphouse.web.backup.BackupPages;
import io.pumphouse.web.data.DataPages;
import io.pumphouse.web.live.Graphs;
import io.pumphouse.web.live.LiveSocket;
import io.pumphouse.web.log.LogPages;
import io.pumphouse.web.model.Access;
import io.pumphouse.web.model.House;
import io.pumphouse.web.order.OrderPages;
import io.pumphouse.web.order.PinPages;
import io.pumphouse.web.page.Assets;
import io.pumphouse.web.page.Pages;
import io.pumphouse.web.route.Route;
import io.pumphouse.web.route.RouteTable;
import io.pumphouse.web.setting.SettingsPages;
import jakarta.servlet.Filter;
import java.time.Duration;
import java.time.ZoneId;

/**
 * All that answers somewhere, put together for one run of the server: pages, API and live socket,
 * the table of their addresses, and the doors before them. As thread-safe as its parts.
 */
final class Rooms {
  private final WebSettings settings;
  private final House house;
  private final TimeSource time;
  private final String version;
  private final LiveSocket socket;
  private final Pages pages;
  private final Doors doors;
  private final RouteTable table = new RouteTable();

  Rooms(WebSettings settings, House house, Access access, TimeSource time, String version) {
    this.settings = settings;
    this.house = house;
    this.time = time;
    this.version = version;
    this.socket = socket(access);
    this.pages = new Pages(house, Assets.load(settings.basePath()), time, version);
    Entrance entrance = new Entrance(access, settings.isReadingOpen(), settings.isExposed());
    this.doors = new Doors(entrance, pages);
    fill(entrance);
  }

  private LiveSocket socket(Access access) {
    return new LiveSocket(
        house.live(),
        house.alarms(),
        house.analysis().events(),
        house.backups(),
        house.appliance().logs(),
        time,
        version,
        settings.maxClients(),
        this::liveEvery,
        new Graphs(
            house.analysis().insight(), house.live(), new AskedSpan(house.site(), time), time),
        client -> access.isGood(client.proof()));
  }

  /** As set now, and never more often than the server was made for. */
  private Duration liveEvery() {
    Duration set = house.appliance().settings().refreshInterval();
    return set.compareTo(settings.liveEvery()) > 0 ? set : settings.liveEvery();
  }

  /** Every address there is. */
  private void fill(Entrance entrance) {
    ZoneId zone = house.site().zone();
    pages.addTo(table);
    new Api(house, time).addTo(table);
    new Prometheus(house.live(), house.alarms(), house.health(), version)
        .addTo(table, settings.areMetricsOpen());
    new AnalysisPages(
            pages,
            house.live(),
            house.diagnostics().registers(),
            house.analysis().insight(),
            house.site(),
            time)
        .addTo(table);
    new OpenApi(table, version, settings.basePath()).addTo(table);
    new OrderPages(pages, house.live(), house.diagnostics().registers(), house.writes())
        .addTo(table);
    new PinPages(pages, house.diagnostics().pins()).addTo(table);
    new DataPages(
            pages,
            house.live(),
            house.diagnostics(),
            house.analysis().storage(),
            house.health(),
            zone,
            time)
        .addTo(table);
    new BackupPages(pages, house.backups(), house.health(), zone, time).addTo(table);
    new SettingsPages(pages, house.appliance(), house.backups()).addTo(table);
    new LogPages(pages, house.appliance().logs()).addTo(table);
    socket.addTo(table);
    new AccessRoutes(entrance, socket, pages, settings.basePath(), zone).addTo(table);
  }

  LiveSocket socket() {
    return socket;
  }

  RouteTable table() {
    return table;
  }

  /** Opens every address, each behind its door. */
  void addTo(RoutesConfig routes) {
    table.routes().forEach(route -> routes.addEndpoint(endpoint(route)));
    new Errors(pages).addTo(routes);
  }

  private Endpoint endpoint(Route route) {
    return new Endpoint(route.method(), route.path(), doors.before(route));
  }

  /** The door of the live socket, which a servlet of its own answers. */
  Filter beforeSocket() {
    return doors.beforeServlet(table.at(HandlerType.GET, LiveSocket.PATH));
  }
}
