package io.pumphouse.web.api;

import io.javalin.http.ContentType;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import io.pumphouse.web.model.Backups;
import io.pumphouse.web.model.JobAnswer;
import io.pumphouse.web.model.JobRun;
import io.pumphouse.web.model.JobRuns;
import io.pumphouse.web.route.Caller;
import io.pumphouse.web.route.Need;
import io.pumphouse.web.route.RouteTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The runs of backup jobs, their logs, and those that an earlier agent left unfinished. */
final class RunsApi {
  private static final int USUAL = 100;

  private final Backups backups;

  RunsApi(Backups backups) {
    this.backups = backups;
  }

  void addTo(RouteTable routes, String prefix) {
    routes.get(
        Need.READER,
        prefix + "/jobs/{job}/runs",
        context -> list(context, context.pathParam("job")));
    routes.get(Need.READER, prefix + "/runs", context -> list(context, ""));
    routes.get(Need.READER, prefix + "/runs/{run}", this::show);
    routes.get(Need.READER, prefix + "/runs/{run}/log", this::log);
    routes.get(
        Need.READER,
        prefix + "/recovery",
        context -> answer(context, backups.recovery().interrupted()));
    routes.post(Need.TECHNICIAN, prefix + "/recovery", this::resume);
    routes.delete(Need.TECHNICIAN, prefix + "/recovery", this::dismiss);
  }

  /** A page of runs; the address of the next one stands in the header Link. */
  private void list(Context context, String job) {
    OptionalLong most = number(context, "limit", USUAL);
    OptionalLong before = number(context, "before", Long.MAX_VALUE);
    if (most.isEmpty() || before.isEmpty() || most.getAsLong() > JobRuns.MOST) {
      Problem.of(
              HttpStatus.BAD_REQUEST,
              "limit: use 1 to %d; before: the number of a run".formatted(JobRuns.MOST))
          .answer(context);
      return;
    }
    int limit = (int) most.getAsLong();
    List<JobRun> runs = backups.runs().runs(job, before.getAsLong(), limit);
    if (runs.size() == limit) {
      String next = "<?limit=%d&before=%d>; rel=\"next\"".formatted(limit, runs.getLast().id());
      context.header(Header.LINK, next);
    }
    answer(context, runs);
  }

  private static void answer(Context context, List<JobRun> runs) {
    Api.stream(
        context,
        json -> {
          json.writeStartArray();
          for (JobRun run : runs) {
            json.writeStartObject();
            JobJson.fields(json, run);
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  private void show(Context context) {
    asked(context).ifPresent(run -> Api.answer(context, JobJson.run(run)));
  }

  private void log(Context context) {
    Optional<JobRun> run = asked(context);
    if (run.isPresent()) {
      backups
          .runs()
          .log(run.get())
          .ifPresentOrElse(
              file -> send(context, file),
              () ->
                  Problem.of(HttpStatus.NOT_FOUND, "the log of this run is gone; old logs go")
                      .answer(context));
    }
  }

  private static void send(Context context, Path log) {
    context.header(Header.CACHE_CONTROL, "no-store");
    context.contentType(ContentType.TEXT_PLAIN.getMimeType() + "; charset=utf-8");
    try {
      context.result(Files.newInputStream(log));
    } catch (IOException e) {
      Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, log.getFileName() + ": " + e).answer(context);
    }
  }

  private Optional<JobRun> asked(Context context) {
    String typed = context.pathParam("run");
    Optional<JobRun> run =
        typed.matches("[0-9]{1,18}") ? backups.runs().run(Long.parseLong(typed)) : Optional.empty();
    if (run.isEmpty()) {
      Problem.of(HttpStatus.NOT_FOUND, "there is no run \"%s\"; see runs".formatted(typed))
          .answer(context);
    }
    return run;
  }

  /** Runs again what was interrupted: all of it, or the runs that {@code resume} names. */
  private void resume(Context context) {
    List<JobAnswer> answers =
        backups.recovery().resume(chosen(context), Caller.known(context.req()).user());
    Api.answer(
        context,
        Json.text(
            json -> {
              json.writeStartArray();
              for (JobAnswer answer : answers) {
                json.writeString(words(answer));
              }
              json.writeEndArray();
            }));
  }

  static String words(JobAnswer answer) {
    return switch (answer) {
      case JobAnswer.Done(String said) -> said;
      case JobAnswer.Refused(String cause, String next) -> cause + "; " + next;
    };
  }

  private void dismiss(Context context) {
    JobsApi.answer(context, backups.recovery().dismiss(chosen(context)));
  }

  /** The runs in {@code resume} or {@code runs}, a list or numbers with commas between; or all. */
  private List<Long> chosen(Context context) {
    Fields fields = Fields.withLists(context);
    String typed = fields.text("resume").isEmpty() ? fields.text("runs") : fields.text("resume");
    List<Long> all = backups.recovery().interrupted().stream().map(JobRun::id).toList();
    List<String> named = Arrays.stream(typed.split(",", -1)).map(String::strip).toList();
    return typed.isEmpty() ? all : all.stream().filter(id -> named.contains("" + id)).toList();
  }

  private static OptionalLong number(Context context, String name, long usual) {
    String typed = Optional.ofNullable(context.queryParam(name)).orElse("");
    if (typed.isEmpty()) {
      return OptionalLong.of(usual);
    }
    return typed.matches("[1-9][0-9]{0,17}")
        ? OptionalLong.of(Long.parseLong(typed))
        : OptionalLong.empty();
  }
}
