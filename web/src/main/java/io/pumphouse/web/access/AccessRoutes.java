package io.pumphouse.web.access;

import io.pumphouse.web.live.LiveSocket;
import io.pumphouse.web.page.Pages;
import io.pumphouse.web.route.RouteTable;
import java.time.ZoneId;

/** Everything about who may do what, as pages and for programs. Thread-safe. */
public final class AccessRoutes {
  private final AccessApi api;
  private final AccessPages pages;

  /**
   * @param base what stands before every address: {@code /pump}, or empty
   * @param zone the calendar of the site
   */
  public AccessRoutes(Entrance entrance, LiveSocket live, Pages pages, String base, ZoneId zone) {
    Reception reception = new Reception(entrance.access(), live, new Cookie(base));
    this.api = new AccessApi(reception);
    this.pages = new AccessPages(entrance, reception, pages, zone);
  }

  /** Declares their addresses. */
  public void addTo(RouteTable routes) {
    api.addTo(routes);
    pages.addTo(routes);
  }
}
