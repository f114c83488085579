package io.pumphouse.web.backup;

import io.javalin.http.Context;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.Backups;
import io.pumphouse.web.model.JobAnswer;
import io.pumphouse.web.model.JobRun;
import io.pumphouse.web.page.Pages;
import io.pumphouse.web.page.Tongue;
import io.pumphouse.web.route.Caller;
import java.util.List;
import java.util.Map;

/** The runs that were interrupted, to be chosen from. Thread-safe; reads the disk. */
final class RecoveryPage {
  private final Pages pages;
  private final Backups backups;
  private final Teller teller;
  private final TimeSource time;

  RecoveryPage(Pages pages, Backups backups, Teller teller, TimeSource time) {
    this.pages = pages;
    this.backups = backups;
    this.teller = teller;
    this.time = time;
  }

  void page(Context context) {
    Tongue tongue = pages.tongue(context);
    List<RunView> runs =
        backups.recovery().interrupted().stream()
            .map(run -> RunView.of(tongue, pages, time.wall(), whose(run.job()), run))
            .toList();
    pages.show(
        context,
        "backups",
        "",
        "recovery.jte",
        Map.of("rights", Rights.of(context), "runs", runs, "sayings", teller.said(context)));
  }

  private Whose whose(String job) {
    return backups.jobs().job(job).map(card -> Whose.of(card.job())).orElse(new Whose(job, ""));
  }

  /** Those that were chosen, or all where there was nothing to choose from. */
  void resume(Context context) {
    List<JobAnswer> answers =
        backups.recovery().resume(chosen(context), Caller.known(context.req()).user());
    Saying saying = Saying.of(pages.tongue(context), "resume-all", answers);
    teller.tell(context, saying, saying.isBad() ? "/backups/recovery" : "/backups");
  }

  void dismiss(Context context) {
    JobAnswer answer = backups.recovery().dismiss(chosen(context));
    teller.tell(
        context, Saying.of(pages.tongue(context), "dismiss", "", answer), "/backups/recovery");
  }

  private List<Long> chosen(Context context) {
    List<String> ticked = context.formParams("run");
    boolean isAll = !context.formParams("all").isEmpty();
    return backups.recovery().interrupted().stream()
        .map(JobRun::id)
        .filter(id -> isAll || ticked.contains(String.valueOf(id)))
        .toList();
  }
}
