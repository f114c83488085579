package io.pumphouse.web.backup;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.Backups;
import io.pumphouse.web.model.Health;
import io.pumphouse.web.page.Pages;
import io.pumphouse.web.route.Need;
import io.pumphouse.web.route.RouteTable;
import java.time.ZoneId;
import java.util.List;

/**
 * Which addresses the pages of backups have. Who answers them is called in when one of them is
 * first asked for. Thread-safe.
 */
public final class BackupPages {
  private static final String JOB = "/backups/jobs/{job}";

  /** The orders that run a job, and those that change it; see {@link JobOrder#isForOwners}. */
  private static final List<String> RUNNING =
      List.of("start", "resume", "pause", "cancel", "dry-run", "test-destination");

  private static final List<String> DEFINING = List.of("enable", "disable", "duplicate", "delete");

  private final Pages pages;
  private final Backups backups;
  private final Health health;
  private final ZoneId zone;
  private final TimeSource time;

  /**
   * @param zone the calendar of the site
   */
  public BackupPages(Pages pages, Backups backups, Health health, ZoneId zone, TimeSource time) {
    this.pages = pages;
    this.backups = backups;
    this.health = health;
    this.zone = zone;
    this.time = time;
  }

  /** Adds the addresses. */
  public void addTo(RouteTable routes) {
    Later<Teller> teller = new Later<>(() -> new Teller(pages));
    Later<Lobby> lobby =
        new Later<>(() -> new Lobby(pages, backups, health, teller.get(), zone, time));
    Later<RunPages> runs =
        new Later<>(() -> new RunPages(pages, backups, teller.get(), zone, time));
    Later<FormPages> forms = new Later<>(() -> new FormPages(pages, backups, teller.get(), time));
    Later<RecoveryPage> recovery =
        new Later<>(() -> new RecoveryPage(pages, backups, teller.get(), time));
    Later<MediaPages> media =
        new Later<>(() -> new MediaPages(pages, backups, health, teller.get(), time));
    addAside(routes, teller, forms);
    routes.get(Need.READER, "/backups", context -> lobby.get().page(context));
    routes.get(Need.READER, "/fragment/backups", context -> lobby.get().parts(context));
    routes.get(Need.READER, "/jobs", this::led);
    routes.get(Need.READER, "/backups/runs", context -> runs.get().runs(context));
    routes.get(Need.READER, "/backups/runs/{run}", context -> runs.get().run(context));
    routes.get(Need.READER, "/fragment/backups/runs/{run}", it -> runs.get().parts(it));
    routes.get(Need.READER, JOB, context -> runs.get().job(context));
    routes.get(Need.OWNER, "/backups/new", context -> forms.get().blank(context));
    routes.post(Need.OWNER, "/backups/new", context -> forms.get().create(context));
    routes.post(Need.OWNER, "/backups/check", context -> forms.get().check(context));
    routes.get(Need.OWNER, JOB + "/edit", context -> forms.get().filled(context));
    routes.post(Need.OWNER, JOB + "/edit", context -> forms.get().edit(context));
    routes.get(Need.READER, "/backups/recovery", context -> recovery.get().page(context));
    routes.post(
        Need.TECHNICIAN, "/backups/recovery/resume", context -> recovery.get().resume(context));
    routes.post(
        Need.TECHNICIAN, "/backups/recovery/dismiss", context -> recovery.get().dismiss(context));
    routes.post(Need.TECHNICIAN, "/backups/overdue/start", it -> lobby.get().startOverdue(it));
    routes.get(Need.READER, "/backups/media", context -> media.get().page(context));
    routes.get(Need.READER, "/fragment/backups/media", context -> media.get().parts(context));
    routes.post(Need.TECHNICIAN, "/backups/media/verify", it -> media.get().verify(it));
    routes.post(Need.TECHNICIAN, "/backups/media/eject", it -> media.get().eject(it));
    routes.post(Need.OWNER, "/backups/media/delete", it -> media.get().delete(it));
    routes.get(Need.READER, "/backups/restore", context -> media.get().restore(context));
    routes.get(Need.READER, "/fragment/backups/restore", it -> media.get().restoreParts(it));
    routes.post(Need.OWNER, "/backups/restore", it -> media.get().bringBack(it));
    routes.post(Need.OWNER, "/backups/restore/withdraw", it -> media.get().withdraw(it));
    for (String order : RUNNING) {
      routes.post(Need.TECHNICIAN, JOB + "/" + order, it -> lobby.get().order(it, order));
    }
    for (String order : DEFINING) {
      routes.post(Need.OWNER, JOB + "/" + order, it -> lobby.get().order(it, order));
    }
  }

  /** What a run deletes, and who is told of it. */
  private void addAside(RouteTable routes, Later<Teller> teller, Later<FormPages> forms) {
    Later<KeepPages> keep = new Later<>(() -> new KeepPages(pages, backups, time));
    Later<NoticePages> notices =
        new Later<>(() -> new NoticePages(pages, backups, teller.get(), time));
    routes.get(Need.READER, JOB + "/keep", context -> keep.get().page(context));
    routes.get(Need.READER, "/fragment" + JOB + "/keep", context -> keep.get().parts(context));
    routes.post(Need.OWNER, JOB + "/edit/keep", context -> forms.get().foresee(context));
    routes.get(Need.READER, "/backups/notices", context -> notices.get().page(context));
    routes.post(Need.OWNER, "/backups/notices/test", context -> notices.get().test(context));
  }

  private void led(Context context) {
    context.redirect(pages.link("/backups"), HttpStatus.MOVED_PERMANENTLY);
  }
}
