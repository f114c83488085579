package io.pumphouse.web.log;

import io.javalin.http.Context;
import io.pumphouse.web.api.AskedLogs;
import io.pumphouse.web.model.Logs;
import io.pumphouse.web.page.Pages;
import io.pumphouse.web.route.Need;
import io.pumphouse.web.route.RouteTable;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The log as a page, and what is new in it. Thread-safe; reads the disk. */
public final class LogPages {
  private final Pages pages;
  private final Logs logs;

  public LogPages(Pages pages, Logs logs) {
    this.pages = pages;
    this.logs = logs;
  }

  /** Adds the addresses. */
  public void addTo(RouteTable routes) {
    routes.get(Need.VIEWER, "/logs", context -> answer(context, "logs.jte"));
    routes.get(Need.VIEWER, "/fragment/logs", context -> answer(context, "log-part.jte"));
    routes.get(Need.VIEWER, "/fragment/logs/newer", context -> answer(context, "log-rows.jte"));
  }

  private void answer(Context context, String template) {
    pages.show(context, "logs", "", template, Map.of("view", view(context)));
  }

  private LogView view(Context context) {
    Logs.Wish wish = AskedLogs.of(context);
    LogView.Head head = LogView.head(context, wish, List.copyOf(AskedLogs.open(context)));
    try {
      return LogView.of(
          pages, pages.tongue(context), head.with(logs.jobs()), wish, logs.last(wish, Logs.MOST));
    } catch (IOException e) {
      return LogView.broken(head, "read the log: " + e);
    }
  }
}
