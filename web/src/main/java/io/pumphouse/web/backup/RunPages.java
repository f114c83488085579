package io.pumphouse.web.backup;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.Backups;
import io.pumphouse.web.model.JobCard;
import io.pumphouse.web.model.JobRun;
import io.pumphouse.web.page.Pages;
import io.pumphouse.web.page.Tongue;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What ran: all of it page by page, each job with its past, each run with its log. Thread-safe. */
final class RunPages {
  private static final int LEAF = 50;

  private final Pages pages;
  private final Backups backups;
  private final Teller teller;
  private final ZoneId zone;
  private final TimeSource time;

  RunPages(Pages pages, Backups backups, Teller teller, ZoneId zone, TimeSource time) {
    this.pages = pages;
    this.backups = backups;
    this.teller = teller;
    this.zone = zone;
    this.time = time;
  }

  void runs(Context context) {
    Tongue tongue = pages.tongue(context);
    Map<String, Whose> jobs = Whose.all(backups.jobs().list());
    List<JobRun> leaf = leaf(context, "");
    Instant now = time.wall();
    List<RunView> views =
        leaf.stream()
            .limit(LEAF)
            .map(run -> RunView.of(tongue, pages, now, Whose.among(jobs, run.job()), run))
            .toList();
    pages.show(context, "backups", "", "runs.jte", Map.of("runs", views, "older", older(leaf)));
  }

  void job(Context context) {
    Optional<JobCard> card = backups.jobs().job(context.pathParam("job"));
    if (card.isEmpty()) {
      context.status(HttpStatus.NOT_FOUND);
      pages.error(context, "no-job");
    } else {
      pages.show(context, "backups", "", "job.jte", Map.of("view", view(context, card.get())));
    }
  }

  private JobView view(Context context, JobCard card) {
    Tongue tongue = pages.tongue(context);
    Instant now = time.wall();
    List<JobRun> leaf = leaf(context, card.job().id());
    return new JobView(
        Rights.of(context),
        teller.said(context),
        Tile.of(tongue, pages, now, card),
        List.copyOf(card.settings().entrySet()),
        Course.of(tongue, backups.history().days(card.job().id()), now, zone),
        NoticeView.inShort(tongue, backups.notices().list()),
        Sizes.of(tongue, leaf),
        leaf.stream()
            .limit(LEAF)
            .map(run -> RunView.of(tongue, pages, now, Whose.of(card.job()), run))
            .toList(),
        older(leaf));
  }

  /** One more than is shown, to know whether there are others. */
  private List<JobRun> leaf(Context context, String job) {
    String before = Optional.ofNullable(context.queryParam("before")).orElse("");
    long edge = before.matches("[1-9][0-9]{0,17}") ? Long.parseLong(before) : Long.MAX_VALUE;
    return backups.runs().runs(job, edge, LEAF + 1);
  }

  private static String older(List<JobRun> leaf) {
    return leaf.size() > LEAF ? "?before=" + leaf.get(LEAF - 1).id() : "";
  }

  void run(Context context) {
    answer(context, "run.jte");
  }

  /** The parts of it that change, for scripts. */
  void parts(Context context) {
    answer(context, "run-parts.jte");
  }

  private void answer(Context context, String template) {
    String typed = context.pathParam("run");
    Optional<JobRun> run =
        typed.matches("[0-9]{1,18}") ? backups.runs().run(Long.parseLong(typed)) : Optional.empty();
    if (run.isEmpty()) {
      context.status(HttpStatus.NOT_FOUND);
      pages.error(context, "no-run");
    } else {
      show(context, template, run.get());
    }
  }

  private void show(Context context, String template, JobRun run) {
    Optional<JobCard> card = backups.jobs().job(run.job());
    Whose whose = card.map(it -> Whose.of(it.job())).orElse(new Whose(run.job(), ""));
    pages.show(
        context,
        "backups",
        "",
        template,
        Map.of(
            "rights",
            Rights.of(context),
            "run",
            RunView.of(pages.tongue(context), pages, time.wall(), whose, run),
            "isThere",
            card.isPresent(),
            "log",
            backups.runs().log(run).map(LogTail::of).orElse(LogTail.NONE)));
  }
}
