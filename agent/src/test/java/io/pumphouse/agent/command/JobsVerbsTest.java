package io.pumphouse.agent.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.app.SystemTime;
import io.pumphouse.agent.backup.JobRoom;
import io.pumphouse.agent.backup.SnapshotSource;
import io.pumphouse.agent.ledger.Ledger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code jobs}, typed at a table behind which is a real room. */
final class JobsVerbsTest {
  @TempDir private Path folder;
  private Ledger ledger;
  private JobRoom room;
  private LineDesk desk;

  @BeforeEach
  void open() throws IOException {
    Path data = Files.createDirectory(folder.resolve("data"));
    SystemTime time = new SystemTime();
    ledger = new Ledger(data.resolve("ledger.db"), "boot", time);
    ledger.start();
    List<SnapshotSource> own =
        List.of(new SnapshotSource("ledger.db", Ledger.version(), ledger::size, ledger::copyTo));
    room = new JobRoom(data, ledger.runs(), own, ZoneOffset.UTC, () -> true, time);
    room.start();
    desk = new LineDesk(room);
  }

  @AfterEach
  void close() {
    room.close();
    ledger.close();
  }

  private String said(String... typed) {
    desk.out.getBuffer().setLength(0);
    assertThat(desk.type(typed)).as("%s", desk.err).isEqualTo(ExitCode.OK);
    return desk.out.toString();
  }

  private String refused(String... typed) {
    desk.err.getBuffer().setLength(0);
    assertThat(desk.type(typed)).as("%s", desk.out).isEqualTo(ExitCode.FAILED);
    return desk.err.toString();
  }

  private void create() {
    said("jobs", "create", "own", "type=snapshot", "destination=" + copies(), "same-disk=yes");
  }

  private Path copies() {
    return folder.resolve("copies");
  }

  @Test
  void aJobIsMadeShownAndListed() {
    create();
    said("jobs", "edit", "own", "schedule=30 3 * * *", "jitter=5m");
    assertThat(said("jobs", "show", "own"))
        .contains("type: snapshot", "schedule: 30 3 * * *", "jitter: 5m", "next run: ");
    assertThat(said("jobs", "list")).contains("own", "snapshot", "never run");
    said("jobs", "edit", "own", "jitter=");
    assertThat(said("jobs", "show", "own")).doesNotContain("jitter");
  }

  @Test
  void whatIsWrongWithAJobIsSaidAndNothingIsSaved() {
    assertThat(refused("jobs", "create", "own", "type=snapshot", "destination=relative"))
        .contains("destination", "an absolute path", "nothing was changed");
    assertThat(refused("jobs", "show", "own")).contains("there is no job \"own\"", "jobs list");
  }

  @Test
  void aSecondJobLikeThisOneIsDisabledAtFirst() {
    create();
    said("jobs", "edit", "own", "schedule=every 6h");
    said("jobs", "duplicate", "own", "other");
    assertThat(said("jobs", "show", "other")).contains("enabled: no", "next run: disabled");
    said("jobs", "enable", "other");
    assertThat(said("jobs", "show", "other")).doesNotContain("enabled: no", "disabled");
    said("jobs", "disable", "other");
    assertThat(said("jobs", "list")).contains("disabled");
  }

  @Test
  void aRunIsTriedDoneAndLookedAt() throws Exception {
    create();
    assertThat(said("jobs", "dry-run", "own")).contains("would copy");
    assertThat(said("jobs", "test-destination", "own")).contains("can be written to");
    assertThat(said("jobs", "start", "own")).contains("run 1 of own");
    LinkedBlockingQueue<Boolean> tick = new LinkedBlockingQueue<>();
    for (int look = 0; look < 500 && !said("jobs", "runs").contains("succeeded"); look++) {
      tick.poll(20, TimeUnit.MILLISECONDS);
    }
    assertThat(said("jobs", "runs", "own")).contains("succeeded, verified");
    assertThat(said("jobs", "log", "1")).contains("sha256 ", "manifest pumphouse-");
    assertThat(said("jobs", "recovery")).doesNotContain("own");
  }

  @Test
  void whatDoesNotRunIsNeitherPausedNorResumedNorCancelled() {
    create();
    assertThat(refused("jobs", "pause", "own")).contains("own is not running");
    assertThat(refused("jobs", "resume", "own")).contains("no paused run", "jobs start own");
    assertThat(refused("jobs", "cancel", "own")).contains("own is not running");
    assertThat(refused("jobs", "log", "7")).contains("no log of run 7");
  }

  @Test
  void aDeletedJobIsForgottenAndItsCopiesStay() {
    create();
    said("jobs", "delete", "own");
    assertThat(said("jobs", "list")).doesNotContain("own");
    assertThat(refused("jobs", "start", "own")).contains("there is no job \"own\"");
  }

  @Test
  void backupsAreListedVerifiedAndDeleted() throws Exception {
    assertThat(said("backups", "list")).contains("no job makes snapshots");
    create();
    said("jobs", "start", "own");
    String id = "";
    while (id.isEmpty() || said("jobs", "list").contains("running")) {
      id =
          said("backups", "list")
              .lines()
              .filter(line -> line.contains("own.pumphouse-"))
              .map(line -> line.strip().split(" ", -1)[0])
              .findFirst()
              .orElse("");
    }
    assertThat(said("backups", "list")).contains("own: " + copies(), "MiB free", "VERIFIED");
    assertThat(said("backups", "list", "--json")).isEqualToIgnoringNewLines("[{\"id\":\"own\"}]");
    assertThat(said("jobs", "retention-preview", "own")).contains(id, "stays", "keeps everything");
    assertThat(refused("backups", "eject", "own")).contains("no medium of its own");
    while (desk.type("backups", "verify", id) != ExitCode.OK) {
      assertThat(desk.err.toString()).contains("is running");
    }
    assertThat(refused("backups", "delete", id)).contains("the last good one");
    assertThat(said("backups", "delete", "--force", id)).contains("deleted pumphouse-");
  }
}
