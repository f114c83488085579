package io.pumphouse.web.backup;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.Backups;
import io.pumphouse.web.model.JobCard;
import io.pumphouse.web.page.Pages;
import java.util.Map;
import java.util.Optional;

/**
 * What the next good run of a job would delete. It has an address of its own, as looking at a
 * medium may take its time, which the page of the job must not. Thread-safe; reads the medium.
 */
final class KeepPages {
  private final Pages pages;
  private final Backups backups;
  private final TimeSource time;

  KeepPages(Pages pages, Backups backups, TimeSource time) {
    this.pages = pages;
    this.backups = backups;
    this.time = time;
  }

  void page(Context context) {
    answer(context, "keep.jte");
  }

  /** The list alone, for the page of the job. */
  void parts(Context context) {
    answer(context, "keep-list.jte");
  }

  private void answer(Context context, String template) {
    Optional<JobCard> card = backups.jobs().job(context.pathParam("job"));
    if (card.isEmpty()) {
      context.status(HttpStatus.NOT_FOUND);
      pages.error(context, "no-job");
    } else {
      pages.show(context, "backups", "", template, parameters(context, card.get()));
    }
  }

  private Map<String, Object> parameters(Context context, JobCard card) {
    String id = card.job().id();
    KeepView view =
        KeepView.of(
            pages.tongue(context), pages, time.wall(), backups.media().retentionPreview(id));
    return Map.of("rights", Rights.of(context), "whose", card.job(), "view", view);
  }
}
