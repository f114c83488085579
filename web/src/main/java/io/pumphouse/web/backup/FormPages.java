package io.pumphouse.web.backup;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.api.Fields;
import io.pumphouse.web.model.Backups;
import io.pumphouse.web.model.JobAnswer;
import io.pumphouse.web.model.JobCard;
import io.pumphouse.web.model.JobObjection;
import io.pumphouse.web.model.JobTool;
import io.pumphouse.web.model.Jobs;
import io.pumphouse.web.page.Pages;
import io.pumphouse.web.page.Tongue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Jobs are made and changed here. What is wrong is said beside the field in the engine's words,
 * while it is filled in and when it is sent; nothing is saved before all of it is right.
 * Thread-safe; reads and writes the disk.
 */
final class FormPages {
  private final Pages pages;
  private final Backups backups;
  private final TimeSource time;
  private final Teller teller;

  FormPages(Pages pages, Backups backups, Teller teller, TimeSource time) {
    this.pages = pages;
    this.backups = backups;
    this.time = time;
    this.teller = teller;
  }

  /** A new job: first of which type, then the form of this type. */
  void blank(Context context) {
    String type = Optional.ofNullable(context.queryParam("type")).orElse("");
    if (Typed.TYPES.contains(type)) {
      show(context, "", type, Map.of("enabled", "yes"), List.of(), "");
    } else {
      Map<String, Object> choice = Map.of("types", Typed.TYPES, "tools", jobs().tools());
      pages.show(context, "backups", "", "job-type.jte", choice);
    }
  }

  void create(Context context) {
    Typed typed = Typed.of(Fields.of(context));
    Map<String, String> settings = typed.whole();
    String id = free(typed.id());
    List<JobObjection> wrong = objections(context, typed, id, settings);
    if (!wrong.isEmpty()) {
      again(context, "", typed.type(), settings, wrong, unplaced(typed.type(), wrong));
    } else {
      saved(context, "", typed.type(), settings, jobs().create(id, settings));
    }
  }

  void filled(Context context) {
    Optional<JobCard> card = asked(context);
    card.ifPresent(
        it -> show(context, it.job().id(), it.job().type().word(), it.settings(), List.of(), ""));
  }

  void edit(Context context) {
    changed(
        context,
        (id, typed, whole) ->
            saved(context, id, typed.type(), whole, jobs().edit(id, typed.settings())));
  }

  /** What the next good run would delete with the numbers that are typed; saves nothing. */
  void foresee(Context context) {
    changed(
        context,
        (id, typed, whole) -> {
          KeepView view =
              KeepView.of(
                  pages.tongue(context),
                  pages,
                  time.wall(),
                  backups.media().retentionPreview(id, typed.keep()));
          show(context, form(context, id, typed.type(), whole, List.of(), "").with(view));
        });
  }

  /** What to do with settings that nothing speaks against. */
  private interface Deed {
    void go(String id, Typed typed, Map<String, String> whole);
  }

  private void changed(Context context, Deed then) {
    Optional<JobCard> card = asked(context);
    if (card.isPresent()) {
      String id = card.get().job().id();
      String type = card.get().job().type().word();
      Typed typed = Typed.of(Fields.of(context), type);
      Map<String, String> whole = typed.over(card.get().settings());
      List<JobObjection> wrong = objections(context, typed, id, whole);
      if (!wrong.isEmpty()) {
        again(context, id, type, whole, wrong, unplaced(type, wrong));
      } else {
        then.go(id, typed, whole);
      }
    }
  }

  /** What speaks against what is filled in so far; saves nothing. */
  void check(Context context) {
    Typed typed = Typed.of(Fields.of(context));
    Map<String, String> settings = typed.whole();
    List<JobObjection> wrong = objections(context, typed, free(typed.id()), settings);
    JobForm form = JobForm.of(Rights.of(context), "", typed.type(), List.of(), settings, wrong, "");
    pages.show(context, "backups", "", "objections.jte", Map.of("form", form));
  }

  /** The engine's, and that who lets a source be deleted has to say so twice. */
  private List<JobObjection> objections(
      Context context, Typed typed, String id, Map<String, String> settings) {
    List<JobObjection> all = new ArrayList<>(jobs().objections(id, settings));
    if ("yes".equals(settings.get("move")) && !typed.isSure()) {
      String first = pages.tongue(context).say("form.move.sure");
      all.add(new JobObjection("move", "yes", "\"" + first + "\" ticked as well"));
    }
    return all;
  }

  /** What the form has no field for is said above it. */
  private static String unplaced(String type, List<JobObjection> wrong) {
    return wrong.stream()
        .filter(objection -> !JobForm.keys(type).contains(objection.key()))
        .map(objection -> objection.key() + ": " + JobForm.words(objection))
        .collect(Collectors.joining("\n"));
  }

  /** That id, or that with a number behind. */
  private String free(String first) {
    String id = first;
    for (int number = 2; jobs().job(id).isPresent(); number++) {
      id = first + "-" + number;
    }
    return id;
  }

  private void saved(
      Context context, String id, String type, Map<String, String> settings, JobAnswer answer) {
    switch (answer) {
      case JobAnswer.Done _ -> {
        Tongue tongue = pages.tongue(context);
        String name = settings.getOrDefault("name", id);
        teller.tell(
            context, Saying.of(tongue, id.isEmpty() ? "create" : "edit", name, answer), "/backups");
      }
      case JobAnswer.Refused(String cause, String next) ->
          again(context, id, type, settings, List.of(), cause + "; " + next);
    }
  }

  private void again(
      Context context,
      String id,
      String type,
      Map<String, String> values,
      List<JobObjection> wrong,
      String cause) {
    context.status(HttpStatus.UNPROCESSABLE_CONTENT);
    show(context, id, type, values, wrong, cause);
  }

  private void show(
      Context context,
      String id,
      String type,
      Map<String, String> values,
      List<JobObjection> objections,
      String wrong) {
    show(context, form(context, id, type, values, objections, wrong));
  }

  private void show(Context context, JobForm form) {
    pages.show(context, "backups", "", "job-form.jte", Map.of("form", form));
  }

  private JobForm form(
      Context context,
      String id,
      String type,
      Map<String, String> values,
      List<JobObjection> objections,
      String wrong) {
    List<JobTool> tools = jobs().tools();
    return JobForm.of(Rights.of(context), id, type, tools, values, objections, wrong);
  }

  private Jobs jobs() {
    return backups.jobs();
  }

  private Optional<JobCard> asked(Context context) {
    Optional<JobCard> card = jobs().job(context.pathParam("job"));
    if (card.isEmpty()) {
      context.status(HttpStatus.NOT_FOUND);
      pages.error(context, "no-job");
    }
    return card;
  }
}
