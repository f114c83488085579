package io.pumphouse.agent.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.web.model.JobAnswer;
import io.pumphouse.web.model.JobRun;
import io.pumphouse.web.model.Medium;
import io.pumphouse.web.model.RunOutcome;
import io.pumphouse.web.model.StoredBackup;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Copies to a real file system on a loop device: full, read-only, pulled in the middle. */
final class MountedMediaTest {
  private static final int MIB = 1 << 20;

  @TempDir private Path folder;
  private Path stick;
  private Workshop shop;

  @BeforeEach
  void mount() throws Exception {
    stick = Files.createDirectory(folder.resolve("stick"));
    Path image = folder.resolve("image");
    try (var file = new RandomAccessFile(image.toFile(), "rw")) {
      file.setLength(48L * MIB);
    }
    boolean isMounted =
        isDone("mkfs.ext4", "-q", "-m", "0", "-F", image.toString())
            && isDone("mount", "-o", "loop", image.toString(), stick.toString());
    if (!isMounted) {
      System.err.println("NOT TESTED: media full, read-only and pulled; this user may not mount");
    }
    Assumptions.assumeTrue(isMounted, "this user may not mount");
    shop = new Workshop(folder);
    shop.room.start();
  }

  @AfterEach
  void unmount() throws Exception {
    if (shop != null) { // skipped before it was made
      shop.close();
      isDone("umount", stick.toString());
    }
  }

  private static boolean isDone(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(List.of(command))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
  }

  private void job(String type, Map<String, String> more) {
    Map<String, String> settings = new TreeMap<>(more);
    settings.put("destination", stick.resolve("copies").toString());
    settings.put("same-disk", "no");
    shop.job(type, settings);
  }

  @Test
  void aMountedMediumTakesTheCopy() throws Exception {
    Path file = shop.file("a", MIB);
    job("rsync", Map.of());
    JobRun run = shop.ended();
    assertThat(run.state()).as("%s", run).isEqualTo(Workshop.ended(RunOutcome.SUCCEEDED));
    assertThat(stick.resolve("copies/a")).hasSameBinaryContentAs(file);
  }

  @Test
  void aFullMediumIsAFailureThatSaysSo() throws Exception {
    shop.file("big", 60 * MIB);
    for (String type : List.of("rsync", "rclone")) {
      job(type, Map.of());
      JobRun run = shop.ended();
      assertThat(run.state()).as("%s", run).isEqualTo(Workshop.ended(RunOutcome.FAILED));
      assertThat(run.cause()).as("%s", run).contains("full");
      assertThat(run.next()).isEqualTo("free space there");
      assertThat(run.progress().percent()).isLessThan(100);
      shop.room.jobs().delete("job");
      isDone("rm", "-rf", stick.resolve("copies").toString());
    }
  }

  @Test
  void aSnapshotThatDoesNotFitLeavesTheLastGoodOneAlone() throws Exception {
    job("snapshot", Map.of());
    assertThat(shop.ended().state()).isEqualTo(Workshop.ended(RunOutcome.SUCCEEDED));
    List<String> good = List.of(stick.resolve("copies").toFile().list());
    Files.write(stick.resolve("filler"), new byte[(int) stick.toFile().getUsableSpace() - 8192]);
    JobRun run = shop.ended();
    assertThat(run.state()).as("%s", run).isEqualTo(Workshop.ended(RunOutcome.FAILED));
    assertThat(stick.resolve("copies").toFile().list()).containsExactlyInAnyOrderElementsOf(good);
    assertThat(Snapshots.valid(stick.resolve("copies"))).hasSize(1);
  }

  @Test
  void aReadOnlyMediumIsAFailureBeforeAnythingIsTried() throws Exception {
    shop.file("a", 1_000);
    job("rsync", Map.of());
    assertThat(isDone("mount", "-o", "remount,ro", stick.toString())).isTrue();
    JobRun run = shop.ended();
    assertThat(run.state()).isEqualTo(Workshop.ended(RunOutcome.FAILED));
    assertThat(run.cause()).contains("read-only");
    assertThat(run.attempts()).isZero();
  }

  @Test
  void aMediumThatIsAbsentIsSkippedAndNothingIsWrittenUnderItsMountPoint() throws Exception {
    shop.file("a", 1_000);
    job("rsync", Map.of());
    assertThat(isDone("umount", stick.toString())).isTrue();
    assertThat(shop.ended().state()).isEqualTo(Workshop.ended(RunOutcome.SKIPPED));
    assertThat(stick).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rsync", "rclone"})
  void aMediumPulledInTheMiddleIsAFailureAndNothingIsWrittenUnderItsMountPoint(String type)
      throws Exception {
    for (int each = 0; each < 64; each++) {
      Files.createDirectory(shop.source.resolve("folder" + each));
      shop.file("folder" + each + "/file", 128 << 10);
    }
    job(type, Map.of("bandwidth", "1024 KiB/s"));
    shop.start();
    shop.copied(MIB);
    assertThat(isDone("umount", "--lazy", stick.toString())).isTrue();
    JobRun run = shop.end();
    assertThat(run.state()).as("%s", run).isEqualTo(Workshop.ended(RunOutcome.FAILED));
    assertThat(run.cause()).contains("went away in the middle");
    assertThat(stick).isEmptyDirectory();
  }

  private Medium medium() {
    return shop.room.media().media().getFirst();
  }

  @Test
  void aMediumIsListedEjectedAndThenSaidToBeAway() throws Exception {
    job("snapshot", Map.of());
    shop.succeeded();
    assertThat(medium().isThere()).isTrue();
    assertThat(medium().isRemovable()).isTrue();
    assertThat(medium().size()).isBetween(30L * MIB, 48L * MIB);
    assertThat(medium().backups()).hasSize(1).allMatch(StoredBackup::isSound);
    assertThat(ejected()).contains(stick + " is written out and unmounted", "may be removed now");
    assertThat(stick).isEmptyDirectory();
    assertThat(medium().isThere()).isFalse();
    assertThat(medium().backups()).isEmpty();
    assertThat(shop.ledger.latest(9)).anyMatch(event -> event.text().startsWith("ann: " + stick));
    assertThat(ejected()).contains("is on no medium of its own");
  }

  private static String said(JobAnswer answer) {
    return answer.toString();
  }

  private String ejected() {
    return said(shop.room.media().eject("job", "ann"));
  }

  @Test
  void aMediumThatSomebodyUsesStaysAndWhoIsNamed() throws Exception {
    job("snapshot", Map.of());
    shop.succeeded();
    Path used = Files.writeString(stick.resolve("used"), "x");
    try (var _ = Files.newInputStream(used)) {
      assertThat(ejected())
          .contains("is still mounted", "do not pull it", "java (" + ProcessHandle.current().pid());
    }
    assertThat(medium().isThere()).isTrue();
    assertThat(shop.room.media().eject("job", "ann")).isInstanceOf(JobAnswer.Done.class);
  }

  /** The ledger on the medium rots: a byte of it is other than it was written. */
  @Test
  void aBackupThatRotIsFoundWhenItIsVerified() throws Exception {
    job("snapshot", Map.of());
    shop.succeeded();
    String id = medium().backups().getFirst().id();
    shop.until(() -> shop.room.media().verify(id) instanceof JobAnswer.Done);
    Path file = shop.room.media().files(id).getFirst();
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    assertThat(said(shop.room.media().verify(id))).contains("Refused", "reads back differently");
    assertThat(medium().backups().getFirst().trouble()).contains("reads back differently");
  }
}
