package io.pumphouse.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.web.model.BackupGlance;
import io.pumphouse.web.model.Chore;
import io.pumphouse.web.model.Restoring;
import io.pumphouse.web.sample.FakeMedia;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Cookie;

/** The pages of backups in a real browser: look at {@code target/screenshots/}. */
final class BackupsLookTest {
  private static final Instant AT = Instant.parse("2026-02-02T02:30:00Z");

  private static final List<String> PAGES =
      List.of(
          "/backups",
          "/backups?lang=sv",
          "/backups/jobs/cloud?lang=sv",
          "/backups/jobs/own-data",
          "/backups/jobs/own-data/keep?lang=sv",
          "/backups/jobs/stick/keep?lang=en",
          "/backups/notices",
          "/backups/notices?lang=sv",
          "/backups/recovery?lang=en",
          "/backups/runs",
          "/backups/runs/10",
          "/backups/runs/12",
          "/backups/new",
          "/backups/new?type=snapshot",
          "/backups/new?type=rsync",
          "/backups/jobs/photos/edit",
          "/backups/jobs/own-data/edit",
          "/backups/media",
          "/backups/media?all=own-data&lang=sv",
          "/backups/restore?backup=own-data.pumphouse-1&lang=en",
          "/backups/restore");

  private final Stage stage;

  BackupsLookTest(@TempDir Path profile) {
    stage = new Stage(profile);
    stage.backups.stand(new BackupGlance(6, 1, 1, 2, List.of(), List.of()));
  }

  @AfterEach
  void stop() {
    stage.close();
  }

  @Test
  void everyPageFitsEveryScreenInLightAndDarkWithoutBarrierOrComplaint() throws IOException {
    for (String page : PAGES) {
      visit(page);
      for (int width : List.of(360, 768, 1440)) {
        String scheme = width == 360 ? "dark" : "light";
        stage.browser.width(width).scheme(scheme);
        stage.browser.shoot(page.substring(1).replaceAll("[^a-z0-9]+", "-") + "-" + width);

        assertThat(stage.browser.tooWide()).as("%s at %d px", page, width).isEmpty();
        assertThat(Barriers.on(stage.browser)).as("%s, %s, %d px", page, scheme, width).isEmpty();
      }
      assertThat(stage.browser.complaints()).as(page).isEmpty();
    }
  }

  @Test
  void whereThereIsNoJobThePageSaysWhatToDo() throws IOException {
    stage.backups.put(List.of(), List.of(), List.of());
    stage.browser.width(360).scheme("light");
    visit("/backups");
    stage.browser.shoot("backups-none-360");

    assertThat(stage.browser.text("document.querySelector('#no-jobs h2').textContent"))
        .isEqualTo("No backup job yet");
    assertThat(Barriers.on(stage.browser)).isEmpty();
  }

  @Test
  void whereNobodyIsToldThePageSaysWhatToWriteWhere() throws IOException {
    stage.backups.notices.put();
    for (String page : List.of("/backups/notices?lang=sv", "/backups/notices?lang=en")) {
      visit(page);
      stage.browser.width(360).scheme("dark");
      stage.browser.shoot("notices-none-" + page.substring(page.length() - 2));
      assertThat(stage.browser.tooWide()).isEmpty();
      assertThat(Barriers.on(stage.browser)).isEmpty();
    }
    assertThat(stage.browser.text("document.querySelector('#no-notices').textContent"))
        .contains("Nobody is told", "/var/lib/pumphouse/notices.yaml", "type: ntfy, url:");
  }

  @Test
  void theKeyboardReachesEveryControlAndShowsWhereItIs() {
    for (String page : PAGES) {
      stage.browser.width(1440);
      visit(page);
      Walk.everyControl(stage.browser, page);
    }
  }

  @Test
  void whatGoesOnWithTheMediaHasNoBarrier() throws IOException {
    FakeMedia media = stage.backups.media;
    media.stand(new Chore(Chore.Kind.VERIFY, "own-data.pumphouse-1", AT, 500).further(200));
    media.stand(new Restoring("pumphouse-2", AT, "restored pumphouse-1", AT));
    for (String page : List.of("/backups/media", "/backups/restore?lang=sv", "/backups?lang=en")) {
      visit(page);
      stage.browser.width(360).scheme("dark");
      stage.browser.shoot("going-on" + page.replaceAll("[^a-z0-9]+", "-") + "-360");

      assertThat(stage.browser.tooWide()).as(page).isEmpty();
      assertThat(Barriers.on(stage.browser)).as(page).isEmpty();
    }
  }

  private void visit(String page) {
    stage.browser.driver().get(stage.running.uri("http", "/login").toString());
    stage.browser.driver().manage().deleteAllCookies();
    stage.browser.driver().manage().addCookie(new Cookie("pumphouse", "owner-session"));
    stage.browser.driver().get(stage.running.uri("http", page).toString());
  }
}
