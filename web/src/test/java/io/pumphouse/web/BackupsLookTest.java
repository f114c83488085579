package io.pumphouse.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pumphouse.web.model.BackupGlance;
import io.pumphouse.web.sample.CopyRoom;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;

/** The pages of backups in a real browser: look at {@code target/screenshots/}. */
final class BackupsLookTest {
  private static final List<String> PAGES =
      List.of(
          "/backups",
          "/backups?lang=sv",
          "/backups/jobs/cloud?lang=sv",
          "/backups/recovery?lang=en",
          "/backups/runs",
          "/backups/runs/10",
          "/backups/runs/12",
          "/backups/new",
          "/backups/new?type=snapshot",
          "/backups/new?type=rsync",
          "/backups/jobs/photos/edit");

  private static final int MOST_STOPS = 120;

  private final RunningServer running = new RunningServer();
  private final Browser browser;

  BackupsLookTest(@TempDir Path profile) {
    assumeTrue(Browser.isHere(), "no Chromium on this machine");
    browser = new Browser(profile);
    CopyRoom.fill(running.backups);
    running.backups.stand(new BackupGlance(6, 1, 1, 2, List.of(), List.of()));
  }

  @AfterEach
  void stop() {
    browser.close();
    running.close();
  }

  @Test
  void everyPageFitsEveryScreenInLightAndDarkWithoutBarrierOrComplaint() throws IOException {
    for (String page : PAGES) {
      visit(page);
      for (int width : List.of(360, 768, 1440)) {
        String scheme = width == 360 ? "dark" : "light";
        browser.width(width).scheme(scheme);
        browser.shoot(page.substring(1).replaceAll("[^a-z0-9]+", "-") + "-" + width);

        assertThat(browser.tooWide()).as("%s at %d px", page, width).isEmpty();
        assertThat(Barriers.on(browser)).as("%s, %s, %d px", page, scheme, width).isEmpty();
      }
      assertThat(browser.complaints()).as(page).isEmpty();
    }
  }

  @Test
  void whereThereIsNoJobThePageSaysWhatToDo() throws IOException {
    running.backups.put(List.of(), List.of(), List.of());
    browser.width(360).scheme("light");
    visit("/backups");
    browser.shoot("backups-none-360");

    assertThat(browser.text("document.querySelector('#no-jobs h2').textContent"))
        .isEqualTo("No backup job yet");
    assertThat(Barriers.on(browser)).isEmpty();
  }

  @Test
  void theKeyboardReachesEveryControlAndShowsWhereItIs() {
    for (String page : PAGES) {
      browser.width(1440);
      visit(page);
      List<String> stops = new ArrayList<>();
      for (int press = 0; press < MOST_STOPS; press++) {
        new Actions(browser.driver()).sendKeys(Keys.TAB).perform();
        String stop = browser.text(FOCUSED);
        if (stop.isEmpty() || stops.contains(stop)) {
          break;
        }
        assertThat(browser.text(OUTLINE)).as(page + " " + stop).isEqualTo("seen");
        stops.add(stop);
      }
      assertThat(stops).as(page).hasSize((int) browser.number(CONTROLS));
    }
  }

  private static final String FOCUSED =
      """
      (() => { const at = document.activeElement;
        return at === document.body ? "" : at.outerHTML.slice(0, 300) + [...document.querySelectorAll("*")].indexOf(at); })()
      """;

  private static final String OUTLINE =
      """
      (() => { const style = getComputedStyle(document.activeElement);
        return style.outlineStyle === "none" && style.boxShadow === "none" ? "invisible" : "seen"; })()
      """;

  private static final String CONTROLS =
      """
      [...document.querySelectorAll("a[href], button, select, input, textarea, summary, [tabindex='0']")]
        .filter(each => each.type !== "hidden" && each.checkVisibility()).length
      """;

  private void visit(String page) {
    browser.driver().get(running.uri("http", "/login").toString());
    browser.driver().manage().deleteAllCookies();
    browser.driver().manage().addCookie(new Cookie("pumphouse", "owner-session"));
    browser.driver().get(running.uri("http", page).toString());
  }
}
