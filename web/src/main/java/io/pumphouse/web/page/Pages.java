package io.pumphouse.web.page;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.Analysis;
import io.pumphouse.web.model.Diagnostics;
import io.pumphouse.web.model.House;
import io.pumphouse.web.model.LiveReadings;
import io.pumphouse.web.route.Need;
import io.pumphouse.web.route.RouteTable;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The pages and their fragments. Works without a script; the same template renders the first load
 * and every later fragment. Thread-safe.
 */
public final class Pages {
  private final Templates templates = new Templates();
  private final Frames frames;
  private final Overviews overviews;
  private final RegisterPages registers;
  private final EventPages events;
  private final LatelyPages lately;
  private final PinPanels pins;
  private final Assets assets;

  /**
   * @param version of the agent, shown at the foot of each page
   */
  public Pages(House house, Assets assets, TimeSource time, String version) {
    LiveReadings live = house.live();
    Diagnostics diagnostics = house.diagnostics();
    Analysis analysis = house.analysis();
    this.frames =
        new Frames(
            house.site(),
            live,
            house.backups(),
            new ChosenTongue(house.appliance().settings()),
            assets,
            time,
            version);
    this.overviews = new Overviews(live, house.alarms());
    this.lately =
        new LatelyPages(
            templates,
            frames,
            live,
            house.alarms(),
            new Lately(house.site(), house.history(), analysis, time),
            house.health(),
            diagnostics.machine(),
            house.backups(),
            time);
    this.registers = new RegisterPages(templates, frames, live, diagnostics);
    this.events =
        new EventPages(templates, frames, live, house.alarms(), analysis, diagnostics.registers());
    this.pins = new PinPanels(diagnostics.pins(), live, frames, time);
    this.assets = assets;
  }

  /** Adds the addresses of the pages. */
  public void addTo(RouteTable routes) {
    routes.get(Need.READER, "/", this::overview);
    routes.get(Need.READER, "/fragment/cards", this::cards);
    routes.get(Need.READER, "/fragment/pulses", this::pulses);
    lately.addTo(routes);
    registers.addTo(routes);
    events.addTo(routes);
    routes.get(
        Need.PUBLIC,
        "/mobile",
        context -> context.redirect(assets.link("/"), HttpStatus.MOVED_PERMANENTLY));
    routes.get(Need.PUBLIC, "/assets/{file}", new AssetHandler(assets));
  }

  /**
   * Answers with a page of another room in the style of these.
   *
   * @param parameters what its template takes besides the frame
   */
  public void show(Context context, String title, String template, Map<String, Object> parameters) {
    Map<String, Object> all = new HashMap<>(parameters);
    all.put("frame", frames.aside(context, title));
    templates.answer(context, template, all);
  }

  /**
   * Answers with one of the pages in the navigation that another room makes.
   *
   * @param here which page it is, as the navigation knows it
   * @param pump the pump it is about; empty for all
   */
  public void show(
      Context context, String here, String pump, String template, Map<String, Object> parameters) {
    Map<String, Object> all = new HashMap<>(parameters);
    all.put("frame", frames.of(context, here, pump));
    templates.answer(context, template, all);
  }

  /** The language that the answer is to be in. */
  public Tongue tongue(Context context) {
    return frames.tongue(context);
  }

  /** What hangs on the pins of this machine, for whoever asks. */
  public PinPanel pins(Context context) {
    return pins.now(context);
  }

  /** A moment as the site's clocks showed it. */
  public String moment(Tongue tongue, Instant at) {
    return frames.moment(tongue, at);
  }

  /** Where a browser finds one of our addresses. */
  public String link(String address) {
    return assets.link(address);
  }

  /** Whether a person waits for the answer, who wants a page. */
  public static boolean isForPeople(Context context) {
    String accepted = context.header("Accept");
    return !context.path().startsWith("/api/")
        && accepted != null
        && accepted.contains("text/html");
  }

  /**
   * Answers with an error page in the style of the others; the status is the caller's.
   *
   * @param key of the texts that say what happened: {@code not-found}
   */
  public void error(Context context, String key) {
    error(context, key, "");
  }

  /**
   * As {@link #error(Context, String)}.
   *
   * @param why what exactly was wrong, in English; in place of the text that goes with the key
   */
  public void error(Context context, String key, String why) {
    String name = "error." + key;
    Frame frame = frames.aside(context, frames.tongue(context).say(name));
    templates.answer(context, "error.jte", Map.of("frame", frame, "key", name, "why", why));
  }

  private void overview(Context context) {
    Overview overview = asked(context);
    Frame frame = frames.of(context, "overview", overview.pump());
    templates.answer(
        context,
        "overview.jte",
        Map.of("frame", frame, "overview", overview, "pins", pins.now(context)));
  }

  private void cards(Context context) {
    templates.answer(
        context, "cards.jte", Map.of("t", frames.tongue(context), "overview", asked(context)));
  }

  private void pulses(Context context) {
    templates.answer(context, "pulses.jte", Map.of("frame", frames.aside(context, "")));
  }

  private Overview asked(Context context) {
    String pump = Optional.ofNullable(context.queryParam("pump")).orElse("");
    return overviews.now(frames.tongue(context), pump);
  }
}
