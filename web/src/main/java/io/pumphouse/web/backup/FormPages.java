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
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Jobs are made and changed here. What is wrong is said beside the field in the engine's words,
 * while it is filled in and when it is sent; nothing is saved before all of it is right.
 * Thread-safe; reads and writes the disk.
 */
final class FormPages {
  private static final List<String> TYPES = List.of("snapshot", "rsync", "rclone", "drill");
  private static final String KEEP = "keep-";
  private static final int LONGEST_ID = 48;

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
    if (TYPES.contains(type)) {
      show(context, "", type, Map.of("enabled", "yes"), List.of(), "");
    } else {
      Map<String, Object> choice = Map.of("types", TYPES, "tools", jobs().tools());
      pages.show(context, "backups", "", "job-type.jte", choice);
    }
  }

  void create(Context context) {
    Fields fields = Fields.of(context);
    String type = TYPES.contains(fields.text("type")) ? fields.text("type") : "snapshot";
    Map<String, String> settings = settings(fields, type);
    settings.values().removeIf(String::isEmpty);
    settings.put("type", type);
    String id = free(fields.text("name"), type);
    List<JobObjection> wrong = objections(context, fields, id, settings);
    if (!wrong.isEmpty()) {
      again(context, "", type, settings, wrong, unplaced(type, wrong));
    } else {
      saved(context, "", type, settings, jobs().create(id, settings));
    }
  }

  void filled(Context context) {
    Optional<JobCard> card = asked(context);
    card.ifPresent(
        it -> show(context, it.job().id(), it.job().type().word(), it.settings(), List.of(), ""));
  }

  void edit(Context context) {
    Optional<JobCard> card = asked(context);
    if (card.isPresent()) {
      Fields fields = Fields.of(context);
      String id = card.get().job().id();
      String type = card.get().job().type().word();
      Map<String, String> changes = settings(fields, type);
      Map<String, String> whole = new HashMap<>(card.get().settings());
      whole.putAll(changes);
      whole.values().removeIf(String::isEmpty);
      List<JobObjection> wrong = objections(context, fields, id, whole);
      if (!wrong.isEmpty()) {
        again(context, id, type, whole, wrong, unplaced(type, wrong));
      } else {
        saved(context, id, type, whole, jobs().edit(id, changes));
      }
    }
  }

  /** What the next good run would delete with the numbers that are typed; saves nothing. */
  void foresee(Context context) {
    Optional<JobCard> card = asked(context);
    if (card.isPresent()) {
      Fields fields = Fields.of(context);
      String id = card.get().job().id();
      String type = card.get().job().type().word();
      Map<String, String> whole = new HashMap<>(card.get().settings());
      whole.putAll(settings(fields, type));
      whole.values().removeIf(String::isEmpty);
      List<JobObjection> wrong = objections(context, fields, id, whole);
      if (!wrong.isEmpty()) {
        again(context, id, type, whole, wrong, unplaced(type, wrong));
      } else {
        show(context, form(context, id, type, whole, wrong, "").with(foreseen(context, id, whole)));
      }
    }
  }

  private KeepView foreseen(Context context, String id, Map<String, String> settings) {
    Map<String, Integer> keep = new HashMap<>();
    settings.forEach(
        (key, value) -> {
          if (key.startsWith(KEEP) && value.matches("[0-9]{1,9}")) {
            keep.put(key.substring(KEEP.length()), Integer.valueOf(value));
          }
        });
    return KeepView.of(
        pages.tongue(context), pages, time.wall(), backups.media().retentionPreview(id, keep));
  }

  /** What speaks against what is filled in so far; saves nothing. */
  void check(Context context) {
    Fields fields = Fields.of(context);
    String type = TYPES.contains(fields.text("type")) ? fields.text("type") : "snapshot";
    Map<String, String> settings = settings(fields, type);
    settings.values().removeIf(String::isEmpty);
    settings.put("type", type);
    List<JobObjection> wrong =
        objections(context, fields, free(fields.text("name"), type), settings);
    pages.show(
        context,
        "backups",
        "",
        "objections.jte",
        Map.of("form", JobForm.of(Rights.of(context), "", type, List.of(), settings, wrong, "")));
  }

  /** The engine's, and that who lets a source be deleted has to say so twice. */
  private List<JobObjection> objections(
      Context context, Fields fields, String id, Map<String, String> settings) {
    List<JobObjection> all = new ArrayList<>(jobs().objections(id, settings));
    if ("yes".equals(settings.get("move")) && fields.text("move-sure").isEmpty()) {
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

  /** A switch that is off is not sent, so nothing said means no. */
  private static Map<String, String> settings(Fields fields, String type) {
    Map<String, String> settings = new HashMap<>();
    for (String key : JobForm.keys(type)) {
      boolean isSwitch = new FormField(key, "", "").isSwitch();
      String typed = fields.text(key).strip();
      settings.put(key, isSwitch && typed.isEmpty() ? "no" : typed);
    }
    return settings;
  }

  /** {@code Photos to the NAS} becomes {@code photos-to-the-nas}, or that with a number behind. */
  private String free(String name, String type) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
    String words = plain.replaceAll("\\p{M}", "").replaceAll("[^a-z0-9]+", "-");
    String stem = words.replaceAll("^-+", "");
    String cut = stem.substring(0, Math.min(stem.length(), LONGEST_ID - 4)).replaceAll("-+$", "");
    String first = cut.isEmpty() ? type : cut;
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
