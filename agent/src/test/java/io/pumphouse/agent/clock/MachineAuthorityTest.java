package io.pumphouse.agent.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MachineAuthorityTest {
  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
  private static final OptionalInt UNSYNCHRONIZED = OptionalInt.of(0x40 | 0x1);
  private static final OptionalInt SYNCHRONIZED = OptionalInt.of(0x2001);

  @TempDir Path folder;

  @Test
  void kernelThatIsSynchronizedVouches() {
    assertThat(ask(SYNCHRONIZED)).isEqualTo(Witness.NETWORK);
    assertThat(ask(UNSYNCHRONIZED)).isEqualTo(Witness.NOBODY);
  }

  @Test
  void kernelKnowsBetterThanAnOldMark() throws Exception {
    mark(NOW.minusSeconds(60));

    assertThat(ask(UNSYNCHRONIZED)).isEqualTo(Witness.NOBODY);
  }

  @Test
  void markVouchesWhereTheKernelMayNotBeAsked() throws Exception {
    assertThat(ask(OptionalInt.empty())).isEqualTo(Witness.NOBODY);

    mark(NOW.minusSeconds(3600));

    assertThat(ask(OptionalInt.empty())).isEqualTo(Witness.NETWORK);
  }

  @Test
  void markFromBeforeTheClockWasSetVouchesForNothing() throws Exception {
    mark(NOW.minusSeconds(60));
    assertThat(authority(OptionalInt.empty()).ask(NOW, NOW.minusSeconds(30)))
        .isEqualTo(Witness.NOBODY);

    mark(NOW.minusSeconds(20));
    assertThat(authority(OptionalInt.empty()).ask(NOW, NOW.minusSeconds(30)))
        .isEqualTo(Witness.NETWORK);
  }

  @Test
  void batteryClockVouchesOnlyIfTheKernelTookItAndItStillAgrees() throws Exception {
    battery("1", NOW.getEpochSecond() - 1);
    assertThat(ask(UNSYNCHRONIZED)).isEqualTo(Witness.BATTERY);

    battery("0", NOW.getEpochSecond());
    assertThat(ask(UNSYNCHRONIZED)).isEqualTo(Witness.NOBODY);

    battery("1", 12);
    assertThat(ask(UNSYNCHRONIZED)).isEqualTo(Witness.NOBODY);
  }

  @Test
  void thisMachinesKernelAnswersOrRefusesInPlainSight() {
    OptionalInt status = new KernelClock().status();

    // All bits that Linux defines lie in the low half.
    assertThat(status.orElse(0) >>> 16).isZero();
    assertThat(MachineAuthority.here().ask(NOW, Instant.MIN)).isNotEqualTo(Witness.HAND);
  }

  private Witness ask(OptionalInt status) {
    return authority(status).ask(NOW, Instant.MIN);
  }

  private MachineAuthority authority(OptionalInt status) {
    return new MachineAuthority(
        () -> status, folder.resolve("synchronized"), folder.resolve("rtc0"));
  }

  private void mark(Instant touched) throws Exception {
    Path mark = folder.resolve("synchronized");
    Files.writeString(mark, "");
    Files.setLastModifiedTime(mark, FileTime.from(touched));
  }

  private void battery(String taken, long seconds) throws Exception {
    Path battery = Files.createDirectories(folder.resolve("rtc0"));
    Files.writeString(battery.resolve("hctosys"), taken + "\n");
    Files.writeString(battery.resolve("since_epoch"), seconds + "\n");
  }
}
