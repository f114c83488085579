package io.pumphouse.web.api;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.pumphouse.web.model.Backups;
import io.pumphouse.web.model.JobAnswer;
import io.pumphouse.web.model.JobCard;
import io.pumphouse.web.model.Jobs;
import io.pumphouse.web.model.RetentionPreview;
import io.pumphouse.web.route.Caller;
import io.pumphouse.web.route.Need;
import io.pumphouse.web.route.RouteTable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Backup jobs: what there are, and what to do with them. Running one is for a technician; saying
 * what is copied where, with what rights the agent has, is for the owner.
 */
final class JobsApi {
  private final Backups backups;

  JobsApi(Backups backups) {
    this.backups = backups;
  }

  void addTo(RouteTable routes, String jobs) {
    String job = jobs + "/{job}";
    routes.get(Need.READER, jobs, this::list);
    routes.get(Need.READER, job, this::show);
    routes.post(Need.OWNER, jobs, this::create);
    routes.put(Need.OWNER, job, this::edit);
    routes.delete(Need.OWNER, job, context -> order(context, jobs()::delete));
    routes.post(Need.OWNER, job + "/duplicate", this::duplicate);
    routes.post(Need.OWNER, job + "/enable", context -> switchTo(context, "yes"));
    routes.post(Need.OWNER, job + "/disable", context -> switchTo(context, "no"));
    routes.post(Need.TECHNICIAN, job + "/start", this::start);
    order(routes, job + "/pause", id -> backups.runs().pause(id));
    order(routes, job + "/resume", id -> backups.runs().resume(id));
    order(routes, job + "/cancel", id -> backups.runs().cancel(id));
    order(routes, job + "/dry-run", id -> backups.runs().dryRun(id));
    routes.post(Need.TECHNICIAN, job + "/retention-preview", this::preview);
    order(routes, job + "/test-destination", id -> backups.runs().testDestination(id));
  }

  private Jobs jobs() {
    return backups.jobs();
  }

  private void list(Context context) {
    var cards = jobs().list();
    Api.stream(
        context,
        json -> {
          json.writeStartArray();
          for (JobCard card : cards) {
            json.writeStartObject();
            JobJson.fields(json, card);
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  private void show(Context context) {
    asked(context).ifPresent(card -> Api.answer(context, JobJson.of(card)));
  }

  private void create(Context context) {
    Map<String, String> settings = new HashMap<>(Fields.of(context).values());
    String id = Optional.ofNullable(settings.remove("id")).orElse("");
    answer(context, jobs().create(id, settings), HttpStatus.CREATED, HttpStatus.BAD_REQUEST);
  }

  private void edit(Context context) {
    Map<String, String> changes = Fields.of(context).values();
    asked(context)
        .map(card -> jobs().edit(card.job().id(), changes))
        .ifPresent(done -> answer(context, done, HttpStatus.OK, HttpStatus.BAD_REQUEST));
  }

  private void duplicate(Context context) {
    String copy = Fields.of(context).text("id");
    asked(context)
        .map(card -> jobs().duplicate(card.job().id(), copy))
        .ifPresent(done -> answer(context, done, HttpStatus.CREATED, HttpStatus.BAD_REQUEST));
  }

  private void switchTo(Context context, String enabled) {
    order(context, id -> jobs().edit(id, Map.of("enabled", enabled)));
  }

  private void start(Context context) {
    String who = Caller.known(context.req()).user();
    order(context, id -> backups.runs().start(id, who));
  }

  private void preview(Context context) {
    asked(context)
        .map(card -> backups.media().retentionPreview(card.job().id()))
        .ifPresent(preview -> answer(context, preview));
  }

  private static void answer(Context context, RetentionPreview preview) {
    switch (preview) {
      case RetentionPreview.Foreseen foreseen -> Api.answer(context, MediaJson.of(foreseen));
      case RetentionPreview.Unknown(String cause, String next) ->
          answer(context, new JobAnswer.Refused(cause, next));
    }
  }

  private void order(RouteTable routes, String path, Function<String, JobAnswer> order) {
    routes.post(Need.TECHNICIAN, path, context -> order(context, order));
  }

  private void order(Context context, Function<String, JobAnswer> order) {
    asked(context)
        .map(card -> order.apply(card.job().id()))
        .ifPresent(done -> answer(context, done));
  }

  /** The job in the address; if there is none of that id, says so and gives none. */
  private Optional<JobCard> asked(Context context) {
    String id = context.pathParam("job");
    Optional<JobCard> card = jobs().job(id);
    if (card.isEmpty()) {
      Problem.of(HttpStatus.NOT_FOUND, "there is no job \"%s\"; see jobs".formatted(id))
          .answer(context);
    }
    return card;
  }

  static void answer(Context context, JobAnswer answer) {
    answer(context, answer, HttpStatus.OK, HttpStatus.CONFLICT);
  }

  private static void answer(
      Context context, JobAnswer answer, HttpStatus done, HttpStatus refused) {
    switch (answer) {
      case JobAnswer.Done(String said) -> {
        context.status(done);
        Api.answer(context, Json.object(json -> json.writeStringField("said", said)));
      }
      case JobAnswer.Refused(String cause, String next) ->
          Problem.of(refused, next.isEmpty() ? cause : cause + "; " + next).answer(context);
    }
  }
}
