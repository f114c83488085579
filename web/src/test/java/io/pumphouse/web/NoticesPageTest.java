package io.pumphouse.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pumphouse.web.model.NoticeReceiver;
import io.pumphouse.web.sample.CopyRoom;
import io.pumphouse.web.sample.FakeNotices;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is told of backups, and what the next run deletes, in a real browser. */
final class NoticesPageTest {
  private final RunningServer running = new RunningServer();
  private final FakeNotices notices = running.backups.notices;
  private final Browser browser;
  private final Owner owner;

  NoticesPageTest(@TempDir Path profile) {
    assumeTrue(Browser.isHere(), "no Chromium on this machine");
    browser = new Browser(profile);
    owner = new Owner(browser, running);
    CopyRoom.fill(running.backups);
  }

  @AfterEach
  void stop() {
    browser.close();
    running.close();
  }

  private String text(String selector) {
    return browser.text("document.querySelector('" + selector + "').textContent");
  }

  @Test
  void eachReceiverIsTriedAndItsAnswerStandsBesideIt() {
    browser.scripts(false).width(360);
    owner.visit("/backups");
    owner.press("#quick-notices");
    owner.await("h1", "Who is told");
    assertThat(text(".receivers li:nth-child(3)"))
        .contains("not told yet", "script", "webhook", "192.0.2.20", "Told of: everything");
    owner.press("#notices-test button");
    owner.await("#told strong", "Not everybody took the trial.");
    assertThat(text(".receivers li:nth-child(1)")).contains("took it", "phone", "a trial");
    assertThat(text(".receivers li:nth-child(2)"))
        .contains("not reached", "refused the connection", "see whether it runs");
  }

  @Test
  void whoIsNotTheOwnerSeesWhoIsToldAndSendsNothing() {
    browser.driver().get(running.uri("http", "/backups/notices").toString());
    assertThat(text(".receivers")).contains("phone");
    assertThat(browser.number("document.querySelectorAll('main form').length")).isZero();
    assertThat(text("#notices-test, .panel-head a")).isEqualTo("Log in as owner to try them");
  }

  @Test
  void aFileThatCannotBeUsedIsSaidHereAndOnTheJob() {
    notices.spoil("notices.yaml:3: found nfty; accepted: one of webhook ntfy");
    owner.visit("/backups/notices");
    assertThat(text("#notices-wrong")).contains("Nobody is told anything", "found nfty");
    owner.visit("/backups/jobs/own-data");
    assertThat(text("#told-who")).isEqualTo("nobody: notices.yaml cannot be used");
  }

  @Test
  void aJobSaysWhoIsTold() {
    notices.put(new NoticeReceiver("phone", "ntfy", "ntfy.sh", Set.of("overdue"), List.of()));
    owner.visit("/backups/jobs/own-data");
    assertThat(text("#told-who")).isEqualTo("phone (overdue)");
    notices.put();
    owner.visit("/backups/jobs/own-data");
    assertThat(text("#told-who")).isEqualTo("nobody");
  }

  @Test
  void hostileNamesStayInTheirPlace() throws IOException {
    String evil = "\"><script>document.title='hacked'</script>'&\u202eمضخة" + "x".repeat(200);
    var told = new NoticeReceiver.Delivery(Instant.EPOCH, "failed", evil, evil);
    notices.put(new NoticeReceiver(evil, "ntfy", evil, Set.of("failed"), List.of(told)));
    browser.width(360);
    for (String page : List.of("/backups/notices", "/backups/jobs/own-data")) {
      owner.visit(page);
      browser.shoot("hostile-notices");
      assertThat(browser.text("document.title")).doesNotStartWith("hacked");
      assertThat(browser.tooWide()).isEmpty();
      assertThat(browser.complaints()).isEmpty();
    }
  }

  @Test
  void theJobShowsWhatTheNextRunDeletesAndWhyTheOthersStay() {
    owner.visit("/backups/jobs/own-data");
    owner.await("#keep-head + div h3", "Would go (4)");
    assertThat(text("#keep-head + div"))
        .contains("deletes 4 of 9, which makes room for 284", "no rule keeps it", "Would stay (5)")
        .contains("number 2 of the newest 3", "newest of week 6 of 2026, week 1 of 4")
        .contains("not of this job of this agent");
  }

  @Test
  void withoutScriptsItStandsOnAPageOfItsOwn() {
    browser.scripts(false).width(360);
    owner.visit("/backups/jobs/own-data");
    owner.press("#keep-head + div a");
    owner.await("main h3", "Would go (4)");
    owner.visit("/backups/jobs/stick/keep");
    assertThat(text("main .panel")).contains("/media/stick is on the disk", "plug in and mount");
    owner.visit("/backups/jobs/nobody/keep");
    owner.await("h1", "No such job");
  }
}
