package io.pumphouse.agent.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.backup.medium.Disk;
import io.pumphouse.agent.backup.tool.Child;
import io.pumphouse.agent.sqlite.Copied;
import io.pumphouse.agent.sqlite.Outcome;
import io.pumphouse.web.model.JobAnswer;
import io.pumphouse.web.model.JobProgress;
import io.pumphouse.web.model.JobRun;
import io.pumphouse.web.model.RunOutcome;
import io.pumphouse.web.model.RunPhase;
import io.pumphouse.web.model.RunState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs of real tools on this machine's own disk. */
final class JobRoomTest {
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

  @Test
  void rsyncCopiesAndSaysSo() throws Exception {
    Path file = shop.file("a b'c\".bin", 3_000_000);
    shop.job("rsync", Map.of());
    JobRun run = shop.ended();
    assertThat(run.state()).as("%s", run).isEqualTo(Workshop.ended(RunOutcome.SUCCEEDED));
    assertThat(run.progress().percent()).isEqualTo(100);
    assertThat(run.progress().bytes()).isEqualTo(3_000_000);
    assertThat(shop.copies.resolve(file.getFileName())).hasSameBinaryContentAs(file);
    assertThat(shop.data.resolve("runs").resolve(run.log())).content().contains("exit 0");
  }

  @Test
  void anyJobRunsAgain() throws Exception {
    shop.file("a", 1_000);
    shop.job("rsync", Map.of());
    shop.ended();
    shop.file("b", 2_000);
    assertThat(shop.ended().state()).isEqualTo(Workshop.ended(RunOutcome.SUCCEEDED));
    assertThat(shop.room.runs().runs("job", Long.MAX_VALUE, 9)).hasSize(2);
  }

  @Test
  void aMissingSourceIsAFailureWithCauseAndNextStep() throws Exception {
    shop.job("rsync", Map.of("source", folder.resolve("nowhere").toString()));
    JobRun run = shop.ended();
    assertThat(run.state()).isEqualTo(Workshop.ended(RunOutcome.FAILED));
    assertThat(run.cause()).startsWith("rsync exit 23: ");
    assertThat(run.next()).isNotBlank();
    assertThat(run.attempts()).isEqualTo(1);
    assertThat(run.progress().percent()).isEqualTo(JobProgress.UNKNOWN);
  }

  @Test
  void progressIsNotWrittenToTheDisk() throws Exception {
    shop.file("big", Workshop.SIX_MIB);
    shop.job("rsync", Workshop.SLOW);
    shop.start();
    shop.copied(1 << 20);
    Map<Path, FileTime> before = changes();
    shop.copied(3 << 20);
    assertThat(changes()).isEqualTo(before);
    shop.room.runs().cancel("job");
    shop.end();
  }

  private Map<Path, FileTime> changes() throws IOException {
    Map<Path, FileTime> changes = new HashMap<>();
    try (Stream<Path> files = Files.walk(shop.data)) {
      for (Path file : files.toList()) {
        changes.put(file, Files.getLastModifiedTime(file));
      }
    }
    return changes;
  }

  @Test
  void aToolKilledByOthersIsAFailure() throws Exception {
    shop.file("big", Workshop.SIX_MIB);
    shop.job("rsync", Workshop.SLOW);
    shop.start();
    shop.copied(1 << 20);
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    JobRun run = shop.end();
    assertThat(run.state()).isEqualTo(Workshop.ended(RunOutcome.FAILED));
    assertThat(run.progress().percent()).isLessThan(100);
    assertThat(shop.copies.resolve("big")).doesNotExist();
  }

  @Test
  void rcloneIsBelievedOnlyOnceItsCopyIsCompared() throws Exception {
    Path file = shop.file("a", 100_000);
    shop.job("rclone", Map.of());
    JobRun run = shop.ended();
    assertThat(run.state()).as("%s", run).isEqualTo(Workshop.ended(RunOutcome.SUCCEEDED));
    assertThat(run.isVerified()).isTrue();
    assertThat(shop.copies.resolve("a")).hasSameBinaryContentAs(file);
  }

  /** Before 1.63 rclone leaves the part under its final name. */
  @Test
  void whatACancelledRcloneLeavesIsNoBackupAndTheNextRunMendsIt() throws Exception {
    Path file = shop.file("big", Workshop.SIX_MIB);
    shop.job("rclone", Workshop.SLOW);
    shop.start();
    shop.copied(1 << 20);
    shop.room.runs().cancel("job");
    JobRun cancelled = shop.end();
    assertThat(cancelled.state()).isEqualTo(Workshop.ended(RunOutcome.CANCELLED));
    assertThat(cancelled.isVerified()).isFalse();
    shop.room.jobs().edit("job", Map.of("bandwidth", ""));
    assertThat(shop.ended().isVerified()).isTrue();
    assertThat(shop.copies.resolve("big")).hasSameBinaryContentAs(file);
  }

  @Test
  void aSnapshotHoldsWhatTheDatabaseHolds() throws Exception {
    shop.job("snapshot", Map.of());
    Files.createDirectories(shop.copies);
    Path left = Files.writeString(shop.copies.resolve("pumphouse-x-ledger.db.part"), "half");
    JobRun run = shop.ended();
    assertThat(run.state()).as("%s", run).isEqualTo(Workshop.ended(RunOutcome.SUCCEEDED));
    assertThat(run.isVerified()).isTrue();
    assertThat(left).doesNotExist();
    try (var files = Files.list(shop.copies)) {
      for (Path file : files.toList()) {
        if (file.toString().endsWith(".db")) {
          assertThat(Copied.inspect(file)).isInstanceOf(Outcome.Done.class);
          assertThat(run.progress().bytes()).isEqualTo(Files.size(file));
          assertThat(run.progress().totalBytes()).isEqualTo(Files.size(file));
          Path manifest = Path.of(file.toString().replace("-ledger.db", ".json"));
          assertThat(manifest).content().contains(Disk.sha256(file)).contains("\"job_run\" : 1");
        }
      }
    }
    assertThat(shop.copies.toFile().list()).hasSize(2);
  }

  @Test
  void oneJobRunsOnlyOnceAtATime() throws Exception {
    shop.file("big", Workshop.SIX_MIB);
    shop.job("rsync", Workshop.SLOW);
    shop.start();
    assertThat(shop.room.runs().start("job", "test")).isInstanceOf(JobAnswer.Refused.class);
    shop.room.runs().cancel("job");
    assertThat(shop.end().state()).isEqualTo(Workshop.ended(RunOutcome.CANCELLED));
  }

  @Test
  void anAgentThatEndsInterruptsItsRunAndLeavesNoToolBehind() throws Exception {
    shop.file("big", Workshop.SIX_MIB);
    shop.job("rsync", Workshop.SLOW);
    shop.start();
    shop.copied(1 << 20);
    shop.room.close();
    assertThat(shop.run().state()).isEqualTo(Workshop.ended(RunOutcome.INTERRUPTED));
    assertThat(ProcessHandle.current().descendants()).isEmpty();
  }

  @Test
  void whatADeadAgentLeftIsStoppedAndToldAsInterrupted() throws Exception {
    Instant now = shop.time.wall();
    RunMemory memory = shop.ledger.runs();
    JobRun draft =
        new JobRun(
            0,
            "job",
            "test",
            new RunState.Pending(),
            now,
            now,
            0,
            JobProgress.NONE,
            false,
            "",
            "",
            "");
    JobRun run = draft.numbered(memory.begin(draft).orElseThrow());
    memory.note(run.in(new RunState.Running(RunPhase.COPY), now));
    ProcessBuilder orphan = new ProcessBuilder("sleep", "600");
    orphan.environment().put(Child.TOKEN, shop.data.toAbsolutePath().normalize() + "#" + run.id());
    Process process = orphan.start();
    shop.until(() -> shop.room.recovery().interrupted().size() == 1);
    assertThat(process.waitFor(5, TimeUnit.SECONDS)).isTrue();
    assertThat(shop.room.recovery().dismiss(List.of(run.id()))).isInstanceOf(JobAnswer.Done.class);
    assertThat(shop.room.recovery().interrupted()).isEmpty();
    assertThat(shop.room.runs().runs("job", Long.MAX_VALUE, 1).getFirst().state())
        .isEqualTo(Workshop.ended(RunOutcome.INTERRUPTED));
  }

  @Test
  void anAbsentStickIsSkippedAndNothingIsWritten() throws Exception {
    shop.file("a", 1_000);
    shop.job("rsync", Map.of("marker", "blue"));
    JobRun run = shop.ended();
    assertThat(run.state()).isEqualTo(Workshop.ended(RunOutcome.SKIPPED));
    assertThat(run.next()).isNotBlank();
    assertThat(shop.copies).doesNotExist();
  }

  @Test
  void aDryRunTellsAndCopiesNothing() throws Exception {
    shop.file("a", 1_234);
    shop.job("rsync", Map.of());
    assertThat(shop.room.runs().dryRun("job"))
        .isEqualTo(new JobAnswer.Done("would copy 1234 bytes"));
    assertThat(shop.copies).doesNotExist();
  }
}
