package io.pumphouse.web.backup;

import io.pumphouse.web.model.Health;
import io.pumphouse.web.model.Restoring;
import io.pumphouse.web.page.Pages;
import io.pumphouse.web.page.Tongue;
import java.util.List;

/**
 * What is to be restored, and what was. Public because compiled templates live in a package of
 * their own.
 *
 * @param rights of whoever looks
 * @param waiting the backup that takes its place when the agent starts again; empty if none does
 * @param taken when that one was made
 * @param last what was restored last, in English; empty if nothing was
 * @param lastAt when
 * @param wrong what went wrong with it, in English
 */
public record RestoreView(
    Rights rights,
    String waiting,
    String taken,
    String last,
    String lastAt,
    List<Health.Check> wrong) {
  public RestoreView {
    wrong = List.copyOf(wrong);
  }

  static RestoreView of(
      Tongue tongue, Pages pages, Rights rights, Restoring restoring, Health.Report report) {
    return new RestoreView(
        rights,
        restoring.waiting(),
        restoring.isWaiting() ? pages.moment(tongue, restoring.taken()) : "",
        restoring.last(),
        restoring.last().isEmpty() ? "" : pages.moment(tongue, restoring.lastAt()),
        report.checks().stream()
            .filter(check -> check.name().equals("restore") && !check.isWell())
            .toList());
  }
}
