package io.pumphouse.agent.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.web.model.JobAnswer;
import io.pumphouse.web.model.JobRun;
import io.pumphouse.web.model.RunOutcome;
import io.pumphouse.web.model.RunState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Jobs that delete at the source what was compared with its copy, and nothing else. */
final class MoveJobTest {
  @TempDir private Path folder;
  private Workshop shop;

  @BeforeEach
  void open() throws IOException {
    shop = new Workshop(folder);
    shop.room.start();
  }

  @AfterEach
  void close() {
    shop.close();
  }

  private JobRun succeeded() throws InterruptedException {
    JobRun run = shop.ended();
    assertThat(run.state()).as("%s", run).isEqualTo(new RunState.Ended(RunOutcome.SUCCEEDED));
    assertThat(run.isVerified()).isTrue();
    return run;
  }

  @ParameterizedTest
  @ValueSource(strings = {"rsync", "rclone"})
  void whatIsCopiedAndComparedIsDeletedAndWrittenDown(String type) throws Exception {
    Files.createDirectories(shop.source.resolve("deep"));
    Path first = shop.file("a b'c\"#012.bin", 10_000);
    Path second = shop.file("deep/ö", 20_000);
    shop.job(type, Map.of("move", "yes"));
    JobRun run = succeeded();
    assertThat(first).doesNotExist();
    assertThat(second).doesNotExist();
    assertThat(shop.copies.resolve("deep/ö")).hasSize(20_000);
    assertThat(shop.data.resolve("runs/job-deleted.log"))
        .content()
        .contains("run " + run.id() + " deletes ", "deep/ö (20000 bytes)");
    assertThat(shop.data.resolve("runs").toFile().list())
        .noneMatch(name -> name.endsWith(".equal"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rsync", "rclone"})
  void whatIsLeftOutOfTheCopyStays(String type) throws Exception {
    Path kept = shop.file("keep.tmp", 1_000);
    shop.file("a", 1_000);
    shop.job(type, Map.of("move", "yes", "flags", "--exclude=*.tmp"));
    succeeded();
    assertThat(kept).exists();
    assertThat(shop.source.resolve("a")).doesNotExist();
  }

  @Test
  void aLinkToElsewhereIsNotFollowedToADeletion() throws Exception {
    Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
    Path others = Files.writeString(elsewhere.resolve("b"), "not of this job");
    Files.createSymbolicLink(shop.source.resolve("link"), elsewhere);
    shop.job("rsync", Map.of("move", "yes", "flags", "--copy-links"));
    JobRun run = shop.ended();
    assertThat(run.state()).as("%s", run).isEqualTo(new RunState.Ended(RunOutcome.WARNED));
    assertThat(others).exists();
    assertThat(shop.copies.resolve("link/b")).exists();
  }

  @Test
  void whatTheDestinationDoesNotHoldStays() throws Exception {
    Path file = shop.file("a", 1_000);
    Files.createDirectories(shop.copies.resolve("a/in the way"));
    shop.job("rsync", Map.of("move", "yes"));
    assertThat(shop.ended().state()).isEqualTo(new RunState.Ended(RunOutcome.FAILED));
    assertThat(file).exists();
  }

  @Test
  void aMirrorOfWhatWasMovedIsRefused() {
    assertThat(
            shop.room
                .jobs()
                .create(
                    "job",
                    Map.of(
                        "type",
                        "rsync",
                        "source",
                        shop.source.toString(),
                        "destination",
                        "host:copies",
                        "move",
                        "yes",
                        "mirror",
                        "yes")))
        .isInstanceOfSatisfying(
            JobAnswer.Refused.class, refused -> assertThat(refused.cause()).contains("move"));
  }

  @Test
  void aCopyThatIsComparedSaysSo() throws Exception {
    shop.file("a", 1_000);
    shop.job("rsync", Map.of("verify", "yes"));
    succeeded();
    assertThat(shop.source.resolve("a")).exists();
  }
}
