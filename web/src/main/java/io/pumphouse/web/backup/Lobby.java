package io.pumphouse.web.backup;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.Backups;
import io.pumphouse.web.model.Health;
import io.pumphouse.web.model.JobAnswer;
import io.pumphouse.web.model.JobCard;
import io.pumphouse.web.model.JobDay;
import io.pumphouse.web.model.JobRun;
import io.pumphouse.web.page.Pages;
import io.pumphouse.web.page.Tongue;
import io.pumphouse.web.route.Caller;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The first page of backups, and the orders about jobs. Thread-safe; reads the disk. */
final class Lobby {
  private static final int RECENT = 10;

  private final Pages pages;
  private final Backups backups;
  private final Health health;
  private final ZoneId zone;
  private final TimeSource time;
  private final Teller teller;

  Lobby(Pages pages, Backups backups, Health health, Teller teller, ZoneId zone, TimeSource time) {
    this.pages = pages;
    this.backups = backups;
    this.health = health;
    this.teller = teller;
    this.zone = zone;
    this.time = time;
  }

  void page(Context context) {
    pages.show(
        context, "backups", "", "backups.jte", Map.of("view", view(context, teller.said(context))));
  }

  /** The parts of it that change, for scripts. */
  void parts(Context context) {
    pages.show(
        context, "backups", "", "backups-parts.jte", Map.of("view", view(context, List.of())));
  }

  private BackupView view(Context context, List<Saying> said) {
    Tongue tongue = pages.tongue(context);
    Instant now = time.wall();
    List<JobCard> cards = backups.jobs().list();
    List<JobDay> days = backups.history().days("");
    Map<String, Whose> jobs = Whose.all(cards);
    return new BackupView(
        Rights.of(context),
        said,
        wrong(cards),
        RestoreView.of(
            tongue, pages, Rights.of(context), backups.media().restoring(), health.report()),
        Stats.of(tongue, pages, cards, days, now, LocalDate.ofInstant(now, zone)),
        cards.stream()
            .filter(Stats::isUnderWay)
            .flatMap(card -> card.latest().stream())
            .map(run -> run(tongue, now, jobs, run))
            .toList(),
        backups.runs().runs("", Long.MAX_VALUE, RECENT).stream()
            .map(run -> run(tongue, now, jobs, run))
            .toList(),
        Tiles.of(asked(context), cards, card -> Tile.of(tongue, pages, now, card)),
        Course.of(tongue, days, now, zone),
        cards.stream().filter(JobCard::isOverdue).count());
  }

  /** Why no job can be read; what is wrong with one of them stands on it. */
  private List<Health.Check> wrong(List<JobCard> cards) {
    return health.report().checks().stream()
        .filter(check -> cards.isEmpty() && check.name().equals("backup") && !check.isWell())
        .toList();
  }

  private RunView run(Tongue tongue, Instant now, Map<String, Whose> jobs, JobRun run) {
    return RunView.of(tongue, pages, now, Whose.among(jobs, run.job()), run);
  }

  private static Tiles.Asked asked(Context context) {
    String show = parameter(context, "show");
    String page = parameter(context, "page");
    return new Tiles.Asked(
        parameter(context, "q").strip(),
        Tiles.Asked.SHOWS.contains(show) ? show : "all",
        page.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(page) : 1);
  }

  /** A script gets what came of it, a browser without one the page that says so. */
  void order(Context context, String word) {
    String id = context.pathParam("job");
    Optional<JobCard> card = backups.jobs().job(id);
    if (card.isEmpty()) {
      context.status(HttpStatus.NOT_FOUND);
      pages.error(context, "no-job");
      return;
    }
    JobOrder order =
        Arrays.stream(JobOrder.values())
            .filter(each -> each.word().equals(word))
            .findFirst()
            .orElseThrow();
    JobAnswer answer = order.carryOut(backups, id, Caller.known(context.req()).user());
    Saying saying = Saying.of(pages.tongue(context), word, card.get().job().name(), answer);
    teller.tell(context, saying, "/backups");
  }

  /** Starts each job that is overdue, one after the other. */
  void startOverdue(Context context) {
    String who = Caller.known(context.req()).user();
    List<JobAnswer> answers =
        backups.jobs().list().stream()
            .filter(card -> card.isOverdue() && !Stats.isUnderWay(card))
            .map(card -> backups.runs().start(card.job().id(), who))
            .toList();
    teller.tell(context, Saying.of(pages.tongue(context), "overdue", answers), "/backups");
  }

  private static String parameter(Context context, String name) {
    return Optional.ofNullable(context.queryParam(name)).orElse("");
  }
}
