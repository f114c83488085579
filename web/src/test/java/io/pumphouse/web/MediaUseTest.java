package io.pumphouse.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.web.model.Chore;
import io.pumphouse.web.model.JobAnswer;
import io.pumphouse.web.model.Restoring;
import io.pumphouse.web.sample.FakeMedia;
import io.pumphouse.web.sample.Sticks;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** What people do with what lies on the media, in a real browser. */
final class MediaUseTest {
  private static final Instant AT = Instant.parse("2026-02-02T02:30:00Z");
  private static final String NEWEST = "own-data.pumphouse-0";

  private final Stage stage;
  private final FakeMedia media;

  MediaUseTest(@TempDir Path profile) {
    stage = new Stage(profile);
    media = stage.backups.media;
  }

  @AfterEach
  void stop() {
    stage.close();
  }

  private static String control(String order) {
    return "#" + order + "-" + Integer.toHexString(NEWEST.hashCode());
  }

  private String text(String selector) {
    return stage.browser.text("document.querySelector('" + selector + "').textContent");
  }

  @Test
  void eachMediumSaysWhatLiesThereOrWhyItIsAway() {
    stage.owner.visit("/backups/media");
    assertThat(text("#medium-own-data")).contains("free of 15.0", "sound", "of another agent");
    assertThat(text("#medium-own-data .cause")).contains("reads back differently");
    assertThat(text("#medium-own-data .trend + p")).contains("were free on", "it is full in about");
    assertThat(text("#medium-cellar .cause")).contains("plug in and mount the medium");
    assertThat(stage.browser.number("document.querySelectorAll('.stored > li').length"))
        .isEqualTo(8);
    stage.owner.press("#more-own-data");
    stage.owner.await(".stored > li:nth-child(15) .badge", "sound");
  }

  @Test
  void whatIsDoneAtOnceIsSaidAtOnceAndTheKeyboardStaysThere() {
    stage.owner.visit("/backups/media");
    stage.owner.await("#connection", "live");
    stage.browser.driver().findElement(By.cssSelector(control("verify"))).sendKeys("\n");
    stage.owner.await("#told strong", "pumphouse-0 is whole and sound.");
    assertThat("#" + stage.browser.text("document.activeElement.id")).isEqualTo(control("verify"));
    stage.owner.press("#eject-own-data");
    stage.owner.await("#told strong", "own-data may be removed now.");
    assertThat(stage.browser.complaints()).isEmpty();
  }

  @Test
  void aLongVerificationGoesOnByItselfAndIsFollowedToItsEnd() {
    CountDownLatch end = new CountDownLatch(1);
    Chore chore = new Chore(Chore.Kind.VERIFY, NEWEST, AT, 1_000);
    media.hold(end);
    stage.owner.visit("/backups/media");
    stage.owner.await("#connection", "live");
    media.stand(chore.further(410));
    stage.owner.press(control("verify"));
    stage.owner.await(
        "#told strong", "It goes on. This page shows how far it is, and what comes of it.");
    stage.owner.await("#chore strong", "pumphouse-0 is being read through");
    assertThat(stage.browser.number("document.querySelector('#chore progress').value"))
        .isEqualTo(41);

    media.stand(chore.over(new JobAnswer.Done("as it should be"), Duration.ofMinutes(3)));
    end.countDown();
    stage.owner.await("#chore strong", "pumphouse-0 is whole and sound.");
    assertThat(text("#chore")).contains("as it should be");
  }

  @Test
  void theLastGoodOneIsDeletedOnlyWithASecondWord() {
    media.put(List.of(Sticks.only()));
    stage.owner.visit("/backups/media");
    stage.owner.await("#connection", "live");
    stage.owner.press(control("ask-delete"));
    stage.owner.press(control("delete"));
    stage.owner.await("#told .trouble strong", "pumphouse-0 was not deleted.");
    stage.owner.press(".act input[name=force]");
    stage.owner.press(control("delete"));
    stage.owner.await("#told .done strong", "pumphouse-0 is deleted.");
    assertThat(text(".act .tick")).contains("It is the last good one of its job here.");
  }

  @Test
  void aBackupIsRestoredAfterAQuestionAndWithdrawnAgain() {
    stage.owner.visit("/backups/media");
    stage.owner.press(control("restore"));
    stage.owner.await("#asked-head", "What would be restored");
    assertThat(text("#restore-asked"))
        .contains("this agent", " rows", "readings.db 7", "before-restore-");
    media.stand(new Restoring("pumphouse-0", AT, "", Instant.EPOCH));
    stage.owner.press("#bring-back");
    stage.owner.await("#restore-waiting strong", "A backup waits for the restart of the agent");
    stage.owner.visit("/backups");
    stage.owner.await("#restore-waiting strong", "A backup waits for the restart of the agent");
    stage.owner.press("#withdraw");
    stage.owner.await("#told strong", "Withdrawn. Nothing was changed.");
  }

  @Test
  void afterTheRestartTheOutcomeIsTold() {
    media.stand(new Restoring("", Instant.EPOCH, "restored pumphouse-0; old files in before", AT));
    stage.owner.visit("/backups/restore");
    assertThat(text("#restore-last")).contains("restored pumphouse-0; old files in before");
  }

  @Test
  void everythingIsOrderedWithoutScriptsToo() {
    stage.browser.scripts(false).width(360);
    stage.owner.visit("/backups/media");
    stage.owner.press(control("verify"));
    stage.owner.await("#told strong", "pumphouse-0 is whole and sound.");
    stage.owner.press("#eject-own-data");
    stage.owner.await("#told strong", "own-data may be removed now.");
    media.stand(new Chore(Chore.Kind.RESTORE, NEWEST, AT, 1_000));
    stage.owner.press(control("restore"));
    stage.owner.press("#bring-back");
    stage.owner.await(
        "#told strong",
        "pumphouse-0 is copied and checked. It takes its place when the agent starts again.");
    stage.owner.await("#chore noscript", "Look again");
  }

  @Test
  void whatIsPartOfTheSystemsDiskIsNotOfferedToBeEjected() {
    media.put(List.of(Sticks.nightly()));
    stage.owner.visit("/backups/media");
    assertThat(stage.browser.driver().findElements(By.cssSelector("[id^=eject-]"))).isEmpty();
    assertThat(stage.browser.driver().findElements(By.cssSelector("[id^=verify-]"))).hasSize(1);
  }

  @Test
  void whoMayNotSeesNoButtonsAndWhatIsGoneIsSaid() throws Exception {
    stage.browser.driver().get(stage.running.uri("http", "/backups/media").toString());
    assertThat(stage.browser.number("document.querySelectorAll('#backups button').length"))
        .isZero();
    assertThat(text("a[href*=login]")).isEqualTo("Log in to verify, restore or eject");
    HttpResponse<String> gone = stage.running.get("/backups/restore?backup=own-data.none");
    assertThat(gone.statusCode()).isEqualTo(404);
    assertThat(gone.body()).contains("This backup cannot be seen now");
  }

  @Test
  void hostileNamesStayInTheirPlace() throws IOException {
    String evil = "\"><script>document.title='hacked'</script>'&\u202e#%2f?" + "x".repeat(200);
    media.put(List.of(Sticks.hostile(evil)));
    stage.browser.width(360);
    stage.owner.visit("/backups/media");
    stage.browser.shoot("hostile-media");
    assertThat(stage.browser.text("document.title")).doesNotStartWith("hacked");
    assertThat(stage.browser.tooWide()).isEmpty();
    stage.owner.press("a[href*='restore?backup']");
    stage.owner.await("#asked-head", "What would be restored");
    assertThat(text("#restore-asked")).contains(evil);
    assertThat(stage.browser.tooWide()).isEmpty();
    assertThat(stage.browser.complaints()).isEmpty();
  }
}
