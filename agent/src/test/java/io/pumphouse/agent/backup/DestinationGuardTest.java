package io.pumphouse.agent.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.backup.tool.Verdict;
import io.pumphouse.agent.backup.tool.Verdict.Kind;
import io.pumphouse.web.model.BackupJob;
import io.pumphouse.web.model.Bandwidth;
import io.pumphouse.web.model.JobTiming;
import io.pumphouse.web.model.JobType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DestinationGuardTest {
  private static final String ROOT = "22 1 179:2 / / rw,noatime shared:1 - ext4 /dev/root rw\n";

  @TempDir private Path folder;
  private Path stick;

  @BeforeEach
  void makeStick() throws IOException {
    stick = Files.createDirectory(folder.resolve("stick"));
  }

  private Verdict check(String mounts, boolean maySameDisk, String marker) throws IOException {
    Path mountinfo = Files.writeString(folder.resolve("mountinfo"), ROOT + mounts);
    BackupJob job =
        new BackupJob(
            "a",
            "a",
            new JobType.Snapshot(stick + "/copies"),
            new JobTiming.OnDemand(),
            true,
            Duration.ZERO,
            Bandwidth.USUAL,
            1,
            maySameDisk,
            marker,
            Map.of());
    return new DestinationGuard(mountinfo).check(job);
  }

  private String mounted(String options) throws IOException {
    return "40 22 8:1 / %s rw shared:9 - vfat /dev/sda1 %s\n"
        .formatted(stick.toRealPath(), options);
  }

  @Test
  void aMountedStickIsGood() throws IOException {
    assertThat(check(mounted("rw"), false, "").kind()).isEqualTo(Kind.GOOD);
  }

  @Test
  void anEmptyMountPointIsNoStick() throws IOException {
    Verdict verdict = check("", false, "");
    assertThat(verdict.kind()).isEqualTo(Kind.ABSENT);
    assertThat(verdict.cause()).contains("the disk this machine runs from");
    assertThat(stick).isEmptyDirectory();
  }

  @Test
  void thisDiskIsGoodWhereItIsMeant() throws IOException {
    assertThat(check("", true, "").kind()).isEqualTo(Kind.GOOD);
  }

  @Test
  void aStickThatWentReadOnlyIsAFailure() throws IOException {
    assertThat(check(mounted("ro"), false, "").cause()).contains("read-only");
  }

  @Test
  void aStickWithoutTheMarkerIsAnother() throws IOException {
    assertThat(check(mounted("rw"), false, "blue").kind()).isEqualTo(Kind.ABSENT);
  }

  @Test
  void aStickWithTheMarkerOfAnotherIsAnother() throws IOException {
    Files.createDirectory(stick.resolve("copies"));
    Files.writeString(stick.resolve("copies").resolve(DestinationGuard.MARKER), "red\n");
    assertThat(check(mounted("rw"), false, "blue").kind()).isEqualTo(Kind.ABSENT);
    assertThat(check(mounted("rw"), false, "red").kind()).isEqualTo(Kind.GOOD);
  }
}
