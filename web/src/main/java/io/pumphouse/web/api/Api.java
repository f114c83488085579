package io.pumphouse.web.api;

import io.javalin.http.ContentType;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.Alarms;
import io.pumphouse.web.model.Analysis;
import io.pumphouse.web.model.Diagnostics;
import io.pumphouse.web.model.Health;
import io.pumphouse.web.model.House;
import io.pumphouse.web.model.LiveReadings;
import io.pumphouse.web.model.MachineHealth;
import io.pumphouse.web.model.PumpStatus;
import io.pumphouse.web.route.Caller;
import io.pumphouse.web.route.Need;
import io.pumphouse.web.route.RouteTable;
import java.util.List;
import java.util.Optional;

/** The JSON API. Thread-safe; each question is answered on the thread that asks. */
public final class Api {
  private static final String PREFIX = "/api/v1";

  private final LiveReadings live;
  private final Alarms alarms;
  private final Health health;
  private final LatestReadings latest;
  private final AskedPump asked;
  private final DiagnosticsApi diagnostics;
  private final AnalysisApi analysis;
  private final WriteApi writes;
  private final RecordingsApi recordings;
  private final MachineHealth machine;
  private final JobsApi jobs;
  private final RunsApi runs;
  private final StorageApi storage;
  private final BoardApi board;
  private final DoctorApi doctor;
  private final MediaApi media;
  private final SettingsApi settings;
  private final LogsApi logs;

  public Api(House house, TimeSource time) {
    Analysis known = house.analysis();
    Diagnostics looked = house.diagnostics();
    this.live = house.live();
    this.alarms = house.alarms();
    this.health = house.health();
    this.latest = new LatestReadings(house.site(), live, house.history(), time);
    this.asked = new AskedPump(live);
    this.diagnostics = new DiagnosticsApi(asked, looked);
    this.analysis = new AnalysisApi(asked, known, house.site(), time);
    this.writes = new WriteApi(asked, house.writes());
    this.recordings = new RecordingsApi(asked, known.recordings(), looked.registers());
    this.machine = looked.machine();
    this.jobs = new JobsApi(house.backups());
    this.runs = new RunsApi(house.backups());
    this.storage = new StorageApi(known.storage().soundness());
    this.media = new MediaApi(house.backups());
    this.board = new BoardApi(looked.pins());
    this.doctor = new DoctorApi(looked.doctor());
    this.settings = new SettingsApi(house.appliance(), house.backups());
    this.logs = new LogsApi(house.appliance().logs());
  }

  /** Adds the addresses of the API. */
  public void addTo(RouteTable routes) {
    routes.get(Need.PUBLIC, "/healthz", this::health);
    routes.head(Need.PUBLIC, "/healthz", this::health);
    routes.get(Need.READER, PREFIX + "/pumps", this::pumps);
    routes.get(Need.READER, PREFIX + "/pumps/{pump}", this::pump);
    routes.get(Need.READER, PREFIX + "/pumps/{pump}/readings", this::readings);
    routes.get(Need.READER, PREFIX + "/pumps/{pump}/alarms", this::alarms);
    diagnostics.addTo(routes, PREFIX + "/pumps/{pump}");
    analysis.addTo(routes, PREFIX + "/pumps/{pump}");
    writes.addTo(routes, PREFIX + "/pumps/{pump}");
    jobs.addTo(routes, PREFIX + "/jobs");
    runs.addTo(routes, PREFIX);
    storage.addTo(routes, PREFIX + "/storage/check");
    media.addTo(routes, PREFIX);
    board.addTo(routes, PREFIX + "/board");
    doctor.addTo(routes, PREFIX + "/doctor");
    settings.addTo(routes, PREFIX);
    logs.addTo(routes, PREFIX + "/logs");
    recordings.addTo(routes, PREFIX + "/pumps/{pump}");
    routes.get(
        Need.READER, PREFIX + "/machine", context -> answer(context, MachineJson.of(machine)));
  }

  private void health(Context context) {
    Health.Report report = health.report();
    context.status(report.isPolling() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE);
    answer(context, HealthJson.of(Caller.mayRead(context.req()) ? report : outline(report)));
  }

  /** Whether it lives is for everybody; what is wrong with it is for those who may read. */
  private static Health.Report outline(Health.Report report) {
    return report.isWell()
        ? new Health.Report(true, List.of())
        : new Health.Report(
            report.isPolling(), List.of(Health.Check.degraded("agent", "log in to see why", "")));
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
    asked
        .of(context)
        .ifPresent(pump -> answer(context, Json.object(json -> PumpJson.fields(json, pump))));
  }

  private void alarms(Context context) {
    asked
        .of(context)
        .flatMap(pump -> alarms.alarms(pump.id()))
        .ifPresent(report -> answer(context, AlarmJson.of(report, alarms.past(report.pump()))));
  }

  private void readings(Context context) {
    asked.of(context).ifPresent(pump -> readings(context, pump));
  }

  private void readings(Context context, PumpStatus pump) {
    Optional<String> range = Optional.ofNullable(context.queryParam("range"));
    if (range.isEmpty()) {
      answer(context, latest.withExtremesOfToday(pump.id()));
    } else {
      Range.of(range.get())
          .ifPresentOrElse(
              known -> answer(context, latest.withExtremesOf(known, pump.id())),
              () -> unknownRange(context, range.get()));
    }
  }

  private static void unknownRange(Context context, String range) {
    Problem.of(
            HttpStatus.BAD_REQUEST,
            "range \"%s\" is not known; use one of %s".formatted(range, Range.words()))
        .answer(context);
  }

  static void answer(Context context, String json) {
    context.header(Header.CACHE_CONTROL, "no-store");
    context.contentType(ContentType.APPLICATION_JSON).result(json);
  }

  /** An answer too long to be held in memory whole. */
  static void stream(Context context, Json.Part value) {
    context.header(Header.CACHE_CONTROL, "no-store");
    context.contentType(ContentType.APPLICATION_JSON);
    Json.writeTo(context.outputStream(), value);
  }
}
