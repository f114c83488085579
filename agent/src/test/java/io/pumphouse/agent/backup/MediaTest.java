package io.pumphouse.agent.backup;

import static java.time.temporal.ChronoUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pumphouse.agent.backup.restore.Swap;
import io.pumphouse.agent.ledger.Event;
import io.pumphouse.web.model.Chore;
import io.pumphouse.web.model.JobAnswer;
import io.pumphouse.web.model.Media;
import io.pumphouse.web.model.Medium;
import io.pumphouse.web.model.StoredBackup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people do with backups that lie in a folder of this machine. */
final class MediaTest {
  @TempDir private Path folder;
  private Workshop shop;
  private Media media;

  @BeforeEach
  void open() throws IOException {
    shop = new Workshop(folder);
    shop.room.start();
    shop.job("snapshot", Map.of());
    media = shop.room.media();
  }

  @AfterEach
  void close() {
    shop.close();
  }

  private List<StoredBackup> backups() {
    return media.media().getFirst().backups();
  }

  @Test
  void jobsThatWriteToOneFolderShareAMedium() throws Exception {
    shop.room.jobs().duplicate("job", "other");
    shop.succeeded();
    List<Medium> all = media.media();
    assertThat(all).hasSize(1);
    assertThat(all.getFirst().isRemovable()).isFalse();
    assertThat(all.getFirst().id()).isEqualTo("job");
    assertThat(all.getFirst().jobs()).containsExactly("job", "other");
    assertThat(backups()).hasSize(1);
    assertThat(backups().getFirst().job()).isEqualTo("job");
    assertThat(backups().getFirst().isOurs()).isTrue();
  }

  @Test
  void theLastGoodOneIsDeletedOnlyByForce() throws Exception {
    shop.succeeded();
    shop.succeeded();
    shop.until(
        () -> media.delete(backups().getLast().id(), false, "ann") instanceof JobAnswer.Done);
    String last = backups().getFirst().id();
    assertThat(media.delete(last, false, "ann")).asString().contains("the last good one of job");
    assertThat(backups()).hasSize(1);
    assertThat(media.delete(last, true, "ann")).isInstanceOf(JobAnswer.Done.class);
    assertThat(shop.copies).isEmptyDirectory();
    assertThat(shop.ledger.latest(99))
        .filteredOn(event -> event.kind() == Event.Kind.BACKUP_DELETED)
        .hasSize(2)
        .allMatch(event -> event.text().startsWith("ann deleted "));
  }

  @Test
  void oneOfAnotherAgentIsDeletedOnlyByForce() throws Exception {
    shop.succeeded();
    shop.succeeded();
    Files.writeString(shop.data.resolve("agent-id"), "00000000-0000-4000-8000-000000000000\n");
    shop.until(
        () -> media.delete(backups().getFirst().id(), false, "ann").toString().contains("another"));
    assertThat(backups()).hasSize(2).noneMatch(StoredBackup::isOurs);
  }

  @Test
  void aBackupIsMadeReadyForTheNextStart() throws Exception {
    shop.succeeded();
    String id = backups().getFirst().id();
    shop.until(() -> media.restore(id) instanceof JobAnswer.Done);
    assertThat(media.restore(id)).asString().contains("another backup is ready");
    assertThat(media.restoring().waiting()).isEqualTo(id.substring("job.".length()));
    assertThat(media.restoring().taken())
        .isCloseTo(backups().getFirst().taken(), within(1, SECONDS));
    assertThat(media.chore().orElseThrow().kind()).isEqualTo(Chore.Kind.RESTORE);
    assertThat(media.withdrawRestore()).isInstanceOf(JobAnswer.Done.class);
    assertThat(media.restore(id)).isInstanceOf(JobAnswer.Done.class);
    shop.close();
    Path copy = media.files(id).getFirst();
    assertThat(new Swap(shop.data).finish()).isPresent();
    assertThat(new Swap(shop.data).news()).isPresent();
    assertThat(media.restoring().isWaiting()).isFalse();
    assertThat(media.restoring().last()).startsWith("restored pumphouse-");
    assertThat(shop.data.resolve("ledger.db")).hasSameBinaryContentAs(copy);
  }

  @Test
  void aBackupTellsWhatItHoldsAndWhatWasFree() throws Exception {
    shop.succeeded();
    StoredBackup backup = backups().getFirst();
    assertThat(backup.inside().agent()).hasSize(36);
    assertThat(backup.inside().versions()).containsOnlyKeys("ledger.db");
    assertThat(backup.inside().rows()).isPositive();
    assertThat(backup.inside().free()).isBetween(1L, media.media().getFirst().size());
    assertThat(media.verify(backup.id())).isInstanceOf(JobAnswer.Done.class);
    assertThat(media.chore().orElseThrow().bytes()).isEqualTo(backup.bytes());
  }

  @Test
  void whatHasALinkAmongItsFilesIsNotSent() throws Exception {
    shop.succeeded();
    String id = backups().getFirst().id();
    Path file = media.files(id).getFirst();
    Files.move(file, folder.resolve("elsewhere"));
    Files.createSymbolicLink(file, folder.resolve("elsewhere"));
    assertThat(media.files(id)).isEmpty();
  }

  @Test
  void whatIsNotThereIsSaidWithANextStep() {
    assertThat(media.verify("job.pumphouse-1")).asString().contains("no backup", "backups list");
    assertThat(media.verify("nonsense")).asString().contains("no backup");
    assertThat(media.files("job.pumphouse-1")).isEmpty();
    assertThat(media.eject("job", "ann")).asString().contains("no medium of its own");
    assertThat(media.eject("nonsense", "ann")).asString().contains("there is no medium");
  }
}
