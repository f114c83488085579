package io.pumphouse.web;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pumphouse.web.sample.CopyRoom;
import io.pumphouse.web.sample.FakeBackups;
import io.pumphouse.web.sample.Sticks;
import java.nio.file.Path;

/** A server with backup jobs and media in every state, and an owner in a browser before it. */
final class Stage implements AutoCloseable {
  final RunningServer running = new RunningServer();
  final FakeBackups backups = running.backups;
  final Browser browser;
  final Owner owner;

  Stage(Path profile) {
    assumeTrue(Browser.isHere(), "no Chromium on this machine");
    browser = new Browser(profile);
    owner = new Owner(browser, running);
    CopyRoom.fill(backups);
    Sticks.fill(backups.media);
  }

  @Override
  public void close() {
    browser.close();
    running.close();
  }
}
