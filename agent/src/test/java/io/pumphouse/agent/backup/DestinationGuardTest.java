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

  private DestinationGuard guard(String mounts) throws IOException {
    return new DestinationGuard(Files.writeString(folder.resolve("mountinfo"), ROOT + mounts));
  }

  private BackupJob job(boolean maySameDisk, String marker) {
    return new BackupJob(
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
  }

  private Verdict check(String mounts, boolean maySameDisk, String marker) throws IOException {
    return guard(mounts).check(job(maySameDisk, marker));
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

  @Test
  void aFolderIsMadeOnAMountedStick() throws IOException {
    Verdict made = guard(mounted("rw")).make(job(false, ""), stick.resolve("copies"));

    assertThat(made.kind()).isEqualTo(Kind.GOOD);
    assertThat(stick.resolve("copies")).isEmptyDirectory();
  }

  @Test
  void aFolderThatWasMadeInPlaceOfAStickThatJustWentIsTakenAwayAgain() throws IOException {
    Verdict made = guard("").make(job(false, ""), stick.resolve("copies/of/it"));

    assertThat(made.kind()).isEqualTo(Kind.ABSENT);
    assertThat(stick).isEmptyDirectory();
  }

  @Test
  void whoStandsInMemoryWhereAStickWasMountedStandsOnNoMedium() throws IOException {
    Path memory = Path.of("/dev/shm");
    long device = (long) Files.getAttribute(memory, "unix:dev");
    long minor = (device & 0xff) | ((device >> 12) & 0xfff00);
    String mount =
        "50 22 %d:%d / /dev/shm rw - tmpfs tmpfs rw\n".formatted((device >> 8) & 0xfff, minor);

    assertThat(guard(mount).holds(job(false, ""), memory)).isFalse();
    assertThat(guard("").holds(job(false, ""), memory)).isTrue();
    assertThat(guard(mount).holds(job(true, ""), memory)).isTrue();
  }
}
