package io.pumphouse.agent.backup.tool;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.web.model.Bandwidth;
import io.pumphouse.web.model.JobType;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is put into the process list. */
final class LinesOfToolsTest {
  private static final String AWKWARD = "/media/stick/$(reboot) 'a' \"b\"; c";

  private static JobType.Copying plainly() {
    return new JobType.Copying(false, false, false, List.of(), 0, "", "", "", "");
  }

  private static RsyncLine rsync(String from, String to) {
    return new RsyncLine(new JobType.Rsync(from, to, plainly()), false);
  }

  private static RcloneLine rclone(String from, String to) {
    return new RcloneLine(new JobType.Rclone(from, to, plainly()));
  }

  @Test
  void pathsStandBehindTwoHyphensAndAreNeverTakenApart() {
    assertThat(rsync(AWKWARD, "host:copies").copy(0, false))
        .containsSubsequence("--", AWKWARD + "/", "host:copies/");
    assertThat(rclone(AWKWARD, "box:copies").copy(Bandwidth.USUAL))
        .containsSubsequence("--", AWKWARD, "box:copies");
  }

  @Test
  void aDestinationOnThisMachineIsWhereTheToolStands() {
    assertThat(rsync("/srv", "/media/stick").copy(0, false)).endsWith("--", "/srv/", "./");
    assertThat(rsync("/srv", "/media/stick").compare()).endsWith("--", "/srv/", "./");
    assertThat(rclone("/srv", "/media/stick").copy(Bandwidth.USUAL))
        .endsWith("--", "/srv", "/proc/self/cwd");
    assertThat(rclone("/srv", "/media/stick").compare(Path.of("/x")))
        .endsWith("--", "/srv", "/proc/self/cwd");
  }

  @Test
  void aDryRunNeedsNoDestinationToStandIn() {
    assertThat(rsync("/srv", "/media/stick").dryRun())
        .contains("--dry-run")
        .endsWith("--", "/srv/", "/media/stick/");
    assertThat(rclone("/srv", "/media/stick").dryRun())
        .contains("--dry-run")
        .endsWith("--", "/srv", "/media/stick");
  }

  @Test
  void onlyWhatIsCopiedAgainLooksIntoWhatIsThere() {
    assertThat(rsync("/srv", "/media/stick").copy(0, false)).doesNotContain("--no-whole-file");
    assertThat(rsync("/srv", "/media/stick").copy(0, true)).contains("--no-whole-file");
  }

  @Test
  void aRateIsTold() {
    assertThat(rsync("/srv", "/media/stick").copy(524_288, false)).contains("--bwlimit=512");
    assertThat(rclone("/srv", "box:").copy(Bandwidth.always(524_288)))
        .contains("--bwlimit=00:00,524288B");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-e", "--rsh=sh", "--remove-source-files", "--append", "-a", "--inplace"})
  void whatRunsProgramsOrMakesPartsLookWholeIsRefused(String flag) {
    assertThat(Flags.refusedByRsync(List.of("--checksum", flag))).contains(flag);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--config=/x", "--rc", "--inplace", "--size-only", "--backup-dir=/", "-P"})
  void andSoIsWhatReadsOtherSecretsOrListens(String flag) {
    assertThat(Flags.refusedByRclone(List.of("--checksum", flag))).contains(flag);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-rf", "--delete", "relative/folder", "", "a\nb:c", "/media/\u0007"})
  void noPlaceLooksLikeAnOptionOrHoldsControlBytes(String text) {
    assertThat(Place.of(text)).isInstanceOf(Place.Unusable.class);
  }

  @Test
  void aNameWithAColonInAPathIsNoOtherMachine() {
    assertThat(Place.of("/srv/a:b")).isInstanceOf(Place.Folder.class);
    assertThat(Place.of("host:a")).isInstanceOf(Place.Elsewhere.class);
    assertThat(Place.of("rsync://host/a")).isInstanceOf(Place.Elsewhere.class);
  }
}
