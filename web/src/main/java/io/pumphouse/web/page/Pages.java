package io.pumphouse.web.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.Alarms;
import io.pumphouse.web.model.LiveReadings;
import io.pumphouse.web.model.Site;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/**
 * The pages and their fragments. Works without a script; the same template renders the first load
 * and every later fragment. Thread-safe.
 */
public final class Pages {
  private static final DateTimeFormatter LOCAL_TIME =
      DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss", Locale.ENGLISH);

  private final Site site;
  private final LiveReadings live;
  private final Alarms alarms;
  private final Assets assets;
  private final TimeSource time;
  private final String version;
  private final TemplateEngine templates;

  /**
   * @param version of the agent, shown at the foot of each page
   */
  public Pages(
      Site site, LiveReadings live, Alarms alarms, Assets assets, TimeSource time, String version) {
    this.site = site;
    this.live = live;
    this.alarms = alarms;
    this.assets = assets;
    this.time = time;
    this.version = version;
    this.templates = TemplateEngine.createPrecompiled(ContentType.Html);
  }

  /** Adds the addresses of the pages. */
  public void addTo(RoutesConfig routes) {
    routes.get("/", context -> html(context, overview()));
    routes.get("/fragment/cards", context -> html(context, cards()));
    routes.get("/mobile", context -> context.redirect("/", HttpStatus.MOVED_PERMANENTLY));
    routes.get("/assets/{file}", new AssetHandler(assets));
  }

  /** Answers with an error page in the style of the others; the status is the caller's. */
  public void error(Context context, String title, String cause, String next) {
    html(context, errorPage(title, cause, next));
  }

  String overview() {
    return render("overview.jte", Map.of("frame", frame(site.name()), "overview", now()));
  }

  String cards() {
    return render("cards.jte", Map.of("overview", now()));
  }

  String errorPage(String title, String cause, String next) {
    return render(
        "error.jte", Map.of("frame", frame(title), "title", title, "cause", cause, "next", next));
  }

  private Overview now() {
    return Overview.of(live, alarms);
  }

  private Frame frame(String title) {
    String madeAt = LOCAL_TIME.format(time.wall().atZone(site.zone()));
    return new Frame(title, site.name(), version, madeAt, assets);
  }

  private String render(String template, Map<String, Object> parameters) {
    StringOutput page = new StringOutput();
    templates.render(template, parameters, page);
    return page.toString();
  }

  private static void html(Context context, String page) {
    context.header(Header.CACHE_CONTROL, "no-store");
    context.contentType("text/html;charset=utf-8").result(page);
  }
}
