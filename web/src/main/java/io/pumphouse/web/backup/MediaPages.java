package io.pumphouse.web.backup;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.api.Errand;
import io.pumphouse.web.api.Fields;
import io.pumphouse.web.model.Backups;
import io.pumphouse.web.model.Chore;
import io.pumphouse.web.model.Health;
import io.pumphouse.web.model.JobAnswer;
import io.pumphouse.web.model.Media;
import io.pumphouse.web.model.Medium;
import io.pumphouse.web.page.Pages;
import io.pumphouse.web.page.Tongue;
import io.pumphouse.web.route.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What lies on the media, what is done with it, and restoring. Thread-safe; looks at the media each
 * time. What takes minutes goes on by itself, and the page follows it.
 */
final class MediaPages {
  private static final String MEDIA = "/backups/media";
  private static final String RESTORE = "/backups/restore";
  static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Pages pages;
  private final Backups backups;
  private final Health health;
  private final Teller teller;
  private final TimeSource time;

  MediaPages(Pages pages, Backups backups, Health health, Teller teller, TimeSource time) {
    this.pages = pages;
    this.backups = backups;
    this.health = health;
    this.teller = teller;
    this.time = time;
  }

  void page(Context context) {
    Map<String, Object> view = Map.of("view", view(context, teller.said(context)));
    pages.show(context, "backups", "", "media.jte", view);
  }

  /** The parts of it that change, for scripts. */
  void parts(Context context) {
    Map<String, Object> view = Map.of("view", view(context, List.of()));
    pages.show(context, "backups", "", "media-parts.jte", view);
  }

  private MediaView view(Context context, List<Saying> said) {
    Tongue tongue = pages.tongue(context);
    Instant now = time.wall();
    String asked = parameter(context, "all");
    Map<String, String> names = names();
    return new MediaView(
        Rights.of(context),
        said,
        restoring(context),
        chores(tongue, now),
        backups.media().media().stream()
            .map(it -> medium(tongue, now, it, names, it.id().equals(asked)))
            .toList(),
        asked);
  }

  private Map<String, String> names() {
    return backups.jobs().list().stream()
        .collect(Collectors.toMap(card -> card.job().id(), card -> card.job().name()));
  }

  private MediumView medium(
      Tongue tongue, Instant now, Medium it, Map<String, String> names, boolean isWhole) {
    Map<String, String> jobs =
        it.jobs().stream().collect(Collectors.toMap(id -> id, id -> names.getOrDefault(id, id)));
    int most = isWhole ? Integer.MAX_VALUE : MediumView.FEW;
    return MediumView.of(tongue, pages, now, it, jobs, most);
  }

  private List<ChoreView> chores(Tongue tongue, Instant now) {
    return backups.media().chore().stream()
        .filter(ChoreView::isTold)
        .map(chore -> ChoreView.of(tongue, now, chore))
        .toList();
  }

  private RestoreView restoring(Context context) {
    return RestoreView.of(
        pages.tongue(context),
        pages,
        Rights.of(context),
        backups.media().restoring(),
        health.report());
  }

  void restore(Context context) {
    show(context, "restore.jte", teller.said(context));
  }

  /** The parts of it that change, for scripts. */
  void restoreParts(Context context) {
    show(context, "restore-parts.jte", List.of());
  }

  /** What was asked for and is there no longer is nothing to confirm. */
  private void show(Context context, String template, List<Saying> said) {
    Tongue tongue = pages.tongue(context);
    Instant now = time.wall();
    String id = parameter(context, "backup");
    List<Medium> media = id.isEmpty() ? List.of() : backups.media().media();
    List<StoredView> asked =
        media.stream()
            .flatMap(
                medium ->
                    medium.backups().stream()
                        .filter(backup -> backup.id().equals(id))
                        .map(backup -> StoredView.of(tongue, pages, now, medium, backup)))
            .toList();
    context.status(id.isEmpty() || !asked.isEmpty() ? HttpStatus.OK : HttpStatus.NOT_FOUND);
    pages.show(
        context,
        "backups",
        "",
        template,
        Map.of(
            "view",
            restoring(context),
            "sayings",
            said,
            "chores",
            chores(tongue, now),
            "asked",
            asked,
            "isGone",
            !id.isEmpty() && asked.isEmpty()));
  }

  void verify(Context context) {
    String id = Fields.of(context).text("backup");
    begin(context, Chore.Kind.VERIFY, id, () -> media().verify(id), MEDIA);
  }

  void eject(Context context) {
    String id = Fields.of(context).text("medium");
    String who = Caller.known(context.req()).user();
    begin(context, Chore.Kind.EJECT, id, () -> media().eject(id, who), MEDIA);
  }

  void delete(Context context) {
    Fields fields = Fields.of(context);
    String id = fields.text("backup");
    boolean isForced = fields.text("force").equals("yes");
    String who = Caller.known(context.req()).user();
    begin(context, Chore.Kind.DELETE, id, () -> media().delete(id, isForced, who), MEDIA);
  }

  void bringBack(Context context) {
    String id = Fields.of(context).text("backup");
    begin(context, Chore.Kind.RESTORE, id, () -> media().restore(id), RESTORE);
  }

  void withdraw(Context context) {
    begin(context, Chore.Kind.WITHDRAW, "", () -> media().withdrawRestore(), RESTORE);
  }

  private Media media() {
    return backups.media();
  }

  /** Waits a little for what comes of it; what takes longer is followed on the page. */
  private void begin(
      Context context, Chore.Kind kind, String id, Supplier<JobAnswer> order, String page) {
    Tongue tongue = pages.tongue(context);
    String about = StoredView.stem(id);
    Saying saying =
        Errand.begin(PATIENCE, order)
            .map(answer -> Saying.of(tongue, ChoreView.word(kind), about, answer))
            .orElseGet(() -> new Saying(false, tongue.say("chore.goes-on"), "", ""));
    teller.tell(context, saying, page);
  }

  private static String parameter(Context context, String name) {
    return Optional.ofNullable(context.queryParam(name)).orElse("");
  }
}
