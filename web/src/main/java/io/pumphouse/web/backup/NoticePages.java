package io.pumphouse.web.backup;

import io.javalin.http.Context;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.Backups;
import io.pumphouse.web.page.Pages;
import java.util.Map;

/** Who is told of backup runs, and whether it reaches them. Thread-safe; reads the disk. */
final class NoticePages {
  private static final String ADDRESS = "/backups/notices";

  private final Pages pages;
  private final Backups backups;
  private final Teller teller;
  private final TimeSource time;

  NoticePages(Pages pages, Backups backups, Teller teller, TimeSource time) {
    this.pages = pages;
    this.backups = backups;
    this.teller = teller;
    this.time = time;
  }

  void page(Context context) {
    NoticeView view =
        NoticeView.of(
            pages.tongue(context),
            pages,
            time.wall(),
            Rights.of(context),
            teller.said(context),
            backups.notices().list());
    pages.show(context, "backups", "", "notices.jte", Map.of("view", view));
  }

  /** Tries each; the page then says what became of it. */
  void test(Context context) {
    Saying said = Saying.of(pages.tongue(context), "notices-test", backups.notices().test());
    teller.tell(context, said, ADDRESS);
  }
}
