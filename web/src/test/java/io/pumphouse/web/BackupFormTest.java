package io.pumphouse.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pumphouse.web.sample.CopyRoom;
import io.pumphouse.web.sample.FakeBackups;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Jobs are made and changed in a real browser. */
final class BackupFormTest {
  private static final String WRONG =
      "found \"stick\"; accepted: an absolute path, such as /media/stick/copies";

  private static final String WRONG_LAST =
      "found 1; accepted: 2 or more: the only one left may turn out damaged the day it is needed";

  private final RunningServer running = new RunningServer();
  private final FakeBackups backups = running.backups;
  private final Browser browser;
  private final Owner owner;

  BackupFormTest(@TempDir Path profile) {
    assumeTrue(Browser.isHere(), "no Chromium on this machine");
    browser = new Browser(profile);
    owner = new Owner(browser, running);
    browser.width(1440);
    CopyRoom.fill(backups);
  }

  @AfterEach
  void stop() {
    browser.close();
    running.close();
  }

  @Test
  void whatIsWrongIsSaidBesideTheFieldAsSoonAsItIsLeft() {
    owner.visit("/backups/new?type=snapshot");
    owner.await("#connection", "live");
    type("name", "Readings" + Keys.TAB);
    type("destination", "stick" + Keys.TAB);
    owner.await("#f-destination-wrong", WRONG);
    assertThat(field("destination").getDomAttribute("aria-invalid")).isEqualTo("true");

    type("destination", "/media/stick" + Keys.TAB);
    owner.await("#f-destination-wrong", "");
    assertThat(field("destination").getDomAttribute("aria-invalid")).isNull();
    assertThat(backups.orders()).isEmpty();
  }

  @Test
  void whatIsSentWrongComesBackWithEverythingThatWasTyped() {
    browser.scripts(false);
    owner.visit("/backups/new?type=rsync");
    type("name", "Photos & more");
    type("source", "/srv/photos");
    type("destination", "stick");
    owner.press(".job-form > .choices button");
    owner.await("#f-destination-wrong", WRONG);
    assertThat(field("name").getDomProperty("value")).isEqualTo("Photos & more");

    type("destination", "/media/stick");
    owner.press(".job-form > .choices button");
    owner.await("#told strong", "Photos & more is made.");
    assertThat(backups.orders()).hasSize(1);
    assertThat(backups.orders().getFirst())
        .startsWith("created photos-more {")
        .contains("destination=/media/stick", "enabled=yes", "source=/srv/photos", "type=rsync")
        .doesNotContain("flags", "csrf");
  }

  @Test
  void whoLetsTheSourceBeDeletedHasToSaySoTwice() {
    owner.visit("/backups/new?type=rsync");
    type("name", "Moved");
    type("source", "/srv/scans");
    type("destination", "/media/stick");
    owner.press("details:not([open]) > summary");
    owner.press("#f-move");
    owner.press(".job-form > .choices button");
    owner.await("#f-name[value=Moved] ~ .wrong", "");
    assertThat(browser.text("document.getElementById('f-move-wrong').textContent"))
        .startsWith("found yes; accepted: \"I know that");
    owner.press("[name=move-sure]");
    owner.press(".job-form > .choices button");
    owner.await("#told strong", "Moved is made.");
  }

  @Test
  void aMissingToolIsSaidBeforeAnythingIsFilledIn() {
    owner.visit("/backups/new");
    assertThat(browser.text("document.querySelector('.types').textContent"))
        .contains("rsync is missing", "sudo apt install rsync", "v1.60.1");
    owner.visit("/backups/new?type=rsync");
    assertThat(browser.text("document.querySelector('.tool').textContent"))
        .contains("rsync is missing");
  }

  @Test
  void aJobThatIsChangedKeepsWhatItIs() {
    owner.visit("/backups/jobs/own-data/edit");
    assertThat(field("name").getDomProperty("value")).isEqualTo("Own data");
    type("schedule", "every 6h");
    owner.press(".job-form > .choices button");
    owner.await("#told strong", "Own data is changed.");
    assertThat(backups.orders().getFirst())
        .startsWith("edited own-data {")
        .contains("schedule=every 6h", "name=Own data")
        .doesNotContain("source");
  }

  @Test
  void aDrillIsMadeWithoutASource() {
    owner.visit("/backups/new");
    owner.press(".types a[href$='type=drill']");
    owner.await("h1", "A trial: the newest snapshot read back");
    assertThat(browser.number("document.querySelectorAll('#f-source, #f-keep-last').length"))
        .isZero();
    type("name", "Trial");
    type("destination", "/media/stick");
    owner.press(".job-form > .choices button");
    owner.await("#told strong", "Trial is made.");
    assertThat(backups.orders().getFirst())
        .startsWith("created trial {")
        .contains("destination=/media/stick", "type=drill")
        .doesNotContain("source");
  }

  @Test
  void aDrillIsChangedAndStaysOne() {
    backups.put(List.of(CopyRoom.drill()), List.of(), List.of());
    owner.visit("/backups");
    assertThat(browser.text("document.querySelector('#job-trial .way').textContent"))
        .isEqualTo("drill reads back the newest snapshot in /media/stick/pumphouse");
    owner.press("#edit-trial");
    owner.await("h1", "Change trial");
    type("schedule", "0 5 1 * *");
    owner.press(".job-form > .choices button");
    owner.await("#told strong", "Trial is changed.");
    assertThat(backups.orders().getFirst())
        .startsWith("edited trial {")
        .contains("schedule=0 5 1 * *")
        .doesNotContain("source");
  }

  @Test
  void theFormOfADrillSpeaksSwedishToo() {
    owner.visit("/backups/new?type=drill&lang=sv");
    owner.await("h1", "Ett prov: den nyaste kopian läses tillbaka");
    assertThat(browser.text("document.getElementById('f-destination-hint').textContent"))
        .startsWith("Mappen som ett jobb");
  }

  @Test
  void aPolicyThatCannotWorkIsRefusedBesideItsField() {
    owner.visit("/backups/new?type=snapshot");
    type("name", "Readings");
    type("destination", "/media/stick");
    type("keep-hourly", "24");
    type("keep-last", "1" + Keys.TAB);
    owner.await("#f-keep-last-wrong", WRONG_LAST);
    owner.press(".job-form > .choices button");
    owner.await("#f-name[value=Readings] ~ .wrong", "");
    assertThat(field("keep-last").getDomAttribute("aria-invalid")).isEqualTo("true");
    assertThat(backups.orders()).isEmpty();
    type("keep-last", "2");
    owner.press(".job-form > .choices button");
    owner.await("#told strong", "Readings is made.");
    assertThat(backups.orders().getFirst()).contains("keep-hourly=24", "keep-last=2");
  }

  @Test
  void whatWouldGoWithTheTypedNumbersIsShownWithoutScriptsAndNothingIsSaved() throws IOException {
    browser.scripts(false).width(400);
    owner.visit("/backups/jobs/own-data/edit");
    type("keep-last", "5");
    owner.press("#foresee");
    owner.await("#foreseen h3", "Would go (3)");
    browser.shoot("form-foreseen-400");
    assertThat(field("keep-last").getDomProperty("value")).isEqualTo("5");
    type("keep-last", "1");
    owner.press("#foresee");
    owner.await("#f-keep-last-wrong", WRONG_LAST);
    assertThat(browser.number("document.querySelectorAll('#foreseen').length")).isZero();
    assertThat(backups.orders()).isEmpty();
  }

  private WebElement field(String key) {
    return browser.driver().findElement(By.id("f-" + key));
  }

  private void type(String key, String text) {
    field(key).clear();
    field(key).sendKeys(text);
  }
}
