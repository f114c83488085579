package io.pumphouse.web.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.ContentType;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.Health;
import io.pumphouse.web.model.History;
import io.pumphouse.web.model.LiveReadings;
import io.pumphouse.web.model.PumpStatus;
import io.pumphouse.web.model.Site;
import java.util.Optional;
import java.util.stream.Collectors;

/** The JSON API. Thread-safe; each question is answered on the thread that asks. */
public final class Api {
  private static final String PREFIX = "/api/v1";

  private final LiveReadings live;
  private final Health health;
  private final LatestReadings latest;

  public Api(Site site, LiveReadings live, History history, Health health, TimeSource time) {
    this.live = live;
    this.health = health;
    this.latest = new LatestReadings(site, live, history, time);
  }

  /** Adds the addresses of the API. */
  public void addTo(RoutesConfig routes) {
    routes.get("/healthz", this::health);
    routes.head("/healthz", this::health);
    routes.get(PREFIX + "/pumps", this::pumps);
    routes.get(PREFIX + "/pumps/{pump}", this::pump);
    routes.get(PREFIX + "/pumps/{pump}/readings", this::readings);
  }

  private void health(Context context) {
    Health.Report report = health.report();
    context.status(report.isPolling() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE);
    answer(context, HealthJson.of(report));
  }

  private void pumps(Context context) {
    String pumps =
        Json.text(
            json -> {
              json.writeStartArray();
              for (PumpStatus pump : live.pumps()) {
                json.writeStartObject();
                PumpJson.fields(json, pump);
                json.writeEndObject();
              }
              json.writeEndArray();
            });
    answer(context, pumps);
  }

  private void pump(Context context) {
    Optional<PumpStatus> pump = asked(context);
    pump.ifPresentOrElse(
        known -> answer(context, Json.object(json -> PumpJson.fields(json, known))),
        () -> unknownPump(context));
  }

  private void readings(Context context) {
    Optional<PumpStatus> pump = asked(context);
    Optional<String> range = Optional.ofNullable(context.queryParam("range"));
    if (pump.isEmpty()) {
      unknownPump(context);
    } else if (range.isEmpty()) {
      answer(context, latest.withExtremesOfToday(pump.get().id()));
    } else {
      Range.of(range.get())
          .ifPresentOrElse(
              known -> answer(context, latest.withExtremesOf(known, pump.get().id())),
              () -> unknownRange(context, range.get()));
    }
  }

  private Optional<PumpStatus> asked(Context context) {
    String name = context.pathParam("pump");
    return PumpId.isLegal(name) ? live.pump(new PumpId(name)) : Optional.empty();
  }

  private void unknownPump(Context context) {
    String known =
        live.pumps().stream().map(pump -> pump.id().name()).collect(Collectors.joining(", "));
    Problem.of(
            HttpStatus.NOT_FOUND,
            "no pump is called \"%s\"; there are: %s"
                .formatted(context.pathParam("pump"), known.isEmpty() ? "none" : known))
        .answer(context);
  }

  private static void unknownRange(Context context, String range) {
    Problem.of(
            HttpStatus.BAD_REQUEST,
            "range \"%s\" is not known; use one of %s".formatted(range, Range.words()))
        .answer(context);
  }

  private static void answer(Context context, String json) {
    context.header(Header.CACHE_CONTROL, "no-store");
    context.contentType(ContentType.APPLICATION_JSON).result(json);
  }
}
