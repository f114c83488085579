package io.pumphouse.agent.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.backup.medium.Deposit;
import io.pumphouse.agent.backup.medium.Deposits;
import io.pumphouse.agent.backup.medium.Identity;
import io.pumphouse.agent.backup.medium.Manifest;
import io.pumphouse.agent.ledger.Event;
import io.pumphouse.web.model.BackupFate;
import io.pumphouse.web.model.JobRun;
import io.pumphouse.web.model.RetentionPreview;
import io.pumphouse.web.model.RunOutcome;
import io.pumphouse.web.model.RunState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real snapshots on this machine's own disk, made to look older by their manifests. */
final class PruningTest {
  private final AtomicBoolean isSure = new AtomicBoolean(true);
  @TempDir private Path folder;
  private Workshop shop;

  @BeforeEach
  void open() throws IOException {
    shop = new Workshop(folder, isSure::get);
    shop.room.start();
  }

  @AfterEach
  void close() {
    shop.close();
  }

  private static RunState ended(RunOutcome outcome) {
    return new RunState.Ended(outcome);
  }

  /** Six of the job, of ever earlier days, oldest last. */
  private List<Deposit> six() throws Exception {
    shop.job("snapshot", Map.of());
    for (int each = 0; each < 6; each++) {
      assertThat(shop.ended().state()).isEqualTo(ended(RunOutcome.SUCCEEDED));
    }
    List<Deposit> made = Deposits.in(shop.copies);
    List<Deposit> aged = new ArrayList<>();
    Instant taken = made.getLast().manifest().taken();
    for (Deposit deposit : made) {
      taken = taken.minusSeconds(86_400);
      aged.add(aged(deposit, taken));
    }
    return aged;
  }

  private Deposit aged(Deposit deposit, Instant taken) throws IOException {
    Manifest was = deposit.manifest();
    Manifest older = new Manifest(was.origin(), taken, true, was.entries(), "");
    Files.writeString(shop.copies.resolve(deposit.stem() + ".json"), older.text());
    return Deposits.of(shop.copies, deposit.stem()).orElseThrow();
  }

  private List<String> stems() throws IOException {
    return Deposits.in(shop.copies).stream().map(Deposit::stem).toList();
  }

  private void keep(String... settings) {
    for (String setting : settings) {
      String[] parts = setting.split("=", -1);
      shop.room.jobs().edit("job", Map.of(parts[0], parts[1]));
    }
  }

  private List<String> deletions() {
    return shop.ledger.latest(100).stream()
        .filter(event -> event.kind() == Event.Kind.BACKUP_DELETED)
        .map(Event::text)
        .toList();
  }

  @Test
  void whatIsForeseenIsWhatGoesAndIsLoggedAndNoted() throws Exception {
    List<Deposit> six = six();
    keep("keep-last=3");
    var foreseen = (RetentionPreview.Foreseen) shop.room.media().retentionPreview("job");
    assertThat(foreseen.held()).isEmpty();
    assertThat(foreseen.fates())
        .extracting(BackupFate::isKept)
        .containsExactly(true, true, false, false, false, false);
    List<String> going =
        foreseen.fates().stream()
            .filter(fate -> !fate.isKept())
            .map(fate -> fate.backup().id().substring("job.".length()))
            .toList();
    assertThat(stems()).hasSize(6).containsAll(going);
    JobRun run = shop.ended();
    assertThat(run.state()).as("%s", run).isEqualTo(ended(RunOutcome.SUCCEEDED));
    assertThat(run.isVerified()).isTrue();
    assertThat(stems()).hasSize(3).doesNotContainAnyElementsOf(going);
    assertThat(shop.copies.toFile().list()).hasSize(6);
    assertThat(deletions()).hasSize(4).allMatch(text -> text.contains("job: deleted "));
    assertThat(shop.data.resolve("runs").resolve(run.log()))
        .content()
        .contains("deleted " + shop.copies.resolve(six.get(5).stem()) + " of ");
  }

  @Test
  void aRunThatFailsDeletesNothing() throws Exception {
    six();
    keep("keep-last=2", "marker=another");
    assertThat(shop.ended().state()).isEqualTo(ended(RunOutcome.SKIPPED));
    assertThat(stems()).hasSize(6);
  }

  @Test
  void nothingGoesWhileTheClockIsNotKnownToBeRight() throws Exception {
    six();
    keep("keep-last=2");
    isSure.set(false);
    assertThat(((RetentionPreview.Foreseen) shop.room.media().retentionPreview("job")).held())
        .contains("clock");
    JobRun run = shop.ended();
    assertThat(run.state()).isEqualTo(ended(RunOutcome.SUCCEEDED));
    assertThat(stems()).hasSize(7);
    assertThat(shop.data.resolve("runs").resolve(run.log())).content().contains("clock");
    assertThat(deletions()).isEmpty();
  }

  @Test
  void whatAnotherAgentOrAnotherJobMadeIsNotTouched() throws Exception {
    List<Deposit> six = six();
    Manifest was = six.get(5).manifest();
    for (int each = 4; each < 6; each++) {
      Manifest.Origin origin =
          each == 4
              ? new Manifest.Origin("somebody", "job")
              : new Manifest.Origin(Identity.of(shop.data), "another");
      Manifest others =
          new Manifest(origin, was.taken(), true, six.get(each).manifest().entries(), "");
      Files.writeString(shop.copies.resolve(six.get(each).stem() + ".json"), others.text());
    }
    Files.writeString(shop.copies.resolve("pumphouse-mine.json"), "{}");
    keep("keep-last=2");
    assertThat(shop.ended().state()).isEqualTo(ended(RunOutcome.SUCCEEDED));
    assertThat(stems()).hasSize(5).contains(six.get(4).stem(), six.get(5).stem(), "pumphouse-mine");
  }

  /** A folder in the way keeps the oldest one from being renamed, which comes first. */
  @Test
  void aDeletionThatFailsIsSaidAndCostsNothingElse() throws Exception {
    List<Deposit> six = six();
    Path stuck = shop.copies.resolve(six.get(5).stem() + ".json.deleting");
    Files.createDirectories(stuck.resolve("in the way"));
    keep("keep-last=2");
    JobRun run = shop.ended();
    assertThat(run.state()).as("%s", run).isEqualTo(ended(RunOutcome.WARNED));
    assertThat(run.isVerified()).isTrue();
    assertThat(run.cause()).contains("old backups", "the new one is good");
    assertThat(Deposits.of(shop.copies, six.get(5).stem()).orElseThrow().isSound()).isTrue();
    assertThat(stems()).hasSize(3);
    assertThat(deletions()).hasSize(4);
    Files.delete(stuck.resolve("in the way"));
    Files.delete(stuck);
    assertThat(shop.ended().state()).isEqualTo(ended(RunOutcome.SUCCEEDED));
    assertThat(stems()).hasSize(2);
  }

  /** A folder where a file of it should be cannot be deleted as a file. */
  @Test
  void aDeletionThatAnEarlierRunBeganAndThatCannotBeFinishedIsSaid() throws Exception {
    shop.job("snapshot", Map.of());
    shop.succeeded();
    Deposit begun = Deposits.in(shop.copies).getFirst();
    Path stuck = begun.files().getFirst();
    Files.move(
        shop.copies.resolve(begun.stem() + ".json"),
        shop.copies.resolve(begun.stem() + ".json.deleting"));
    Files.delete(stuck);
    Files.createDirectories(stuck.resolve("in the way"));
    JobRun run = shop.ended();
    assertThat(run.state()).as("%s", run).isEqualTo(ended(RunOutcome.WARNED));
    assertThat(run.isVerified()).isTrue();
    assertThat(run.cause()).contains("1 old backups", "the new one is good");
    assertThat(shop.data.resolve("runs").resolve(run.log()))
        .content()
        .contains("what is left of " + begun.stem() + " stays");

    Files.delete(stuck.resolve("in the way"));
    shop.succeeded();
    assertThat(shop.copies).isDirectoryNotContaining("glob:**.deleting");
  }
}
