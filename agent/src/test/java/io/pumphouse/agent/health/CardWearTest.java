package io.pumphouse.agent.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pumphouse.hal.line.FakeTime;
import io.pumphouse.web.model.Days;
import io.pumphouse.web.model.Wear;
import io.pumphouse.web.model.Wear.Disk;
import io.pumphouse.web.model.Wear.Life;
import io.pumphouse.web.model.Wear.Written;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CardWearTest {
  private static final long CARD = 62_333_952L * 512;

  private final FakeTime time = new FakeTime(Instant.parse("2026-06-01T06:00:00Z"));
  private final WrittenDown memory = new WrittenDown();
  @TempDir Path folder;
  private Kernel kernel;

  @BeforeEach
  void card() throws Exception {
    kernel = new Kernel(folder);
  }

  @Test
  void diskOfAPartitionIsTheWholeCard() {
    assertThat(wear().look(time.now()).disk()).isEqualTo(new Disk.Device("mmcblk0", CARD));
  }

  @Test
  void writingIsCountedSinceTheStart() throws Exception {
    CardWear wear = wear();
    kernel.sectorsWritten(3_000);
    kernel.agentWrote(4_096 + 1_000);
    time.advance(Duration.ofMinutes(90));

    Wear now = wear.look(time.now());

    assertThat(now.toDisk()).isEqualTo(new Written.Bytes(2_000 * 512));
    assertThat(now.byAgent()).isEqualTo(new Written.Bytes(1_000));
    assertThat(now.over()).isEqualTo(Duration.ofMinutes(90));
  }

  @Test
  void countBeginsAnewAtLocalMidnight() throws Exception {
    CardWear wear = wear();
    kernel.sectorsWritten(3_000);
    time.advance(Duration.ofHours(17)); // midnight in Stockholm is an hour ago
    assertThat(wear.isDue(time.now())).isTrue();
    wear.save(time.now());
    kernel.sectorsWritten(3_500);
    time.advance(Duration.ofHours(2));

    Wear now = wear.look(time.now());

    assertThat(now.toDisk()).isEqualTo(new Written.Bytes(500 * 512));
    assertThat(now.over()).isEqualTo(Duration.ofHours(2));
  }

  @Test
  void countOfTheDayOutlivesTheAgent() throws Exception {
    CardWear before = wear();
    kernel.sectorsWritten(3_000);
    kernel.agentWrote(4_096 + 1_000);
    time.advance(Duration.ofMinutes(90));
    before.save(time.now());
    kernel.agentWrote(500); // as of a new process
    time.advance(Duration.ofMinutes(20)); // while it was off
    CardWear after = wear();
    after.save(time.now());
    kernel.agentWrote(800);
    kernel.sectorsWritten(3_001);
    time.advance(Duration.ofMinutes(10));

    Wear now = after.look(time.now());

    assertThat(now.byAgent()).isEqualTo(new Written.Bytes(1_300));
    assertThat(now.toDisk()).isEqualTo(new Written.Bytes(2_001 * 512));
    assertThat(now.over()).isEqualTo(Duration.ofMinutes(100));
    assertThat(MachineWords.disk(now).cause()).contains("written today (1 h 40 min counted): ");
  }

  @Test
  void countIsSavedEachHourAndAgainSoonIfThatFails() throws Exception {
    CardWear wear = wear();
    assertThat(wear.isDue(time.now())).as("nobody has asked what was before").isTrue();
    wear.save(time.now());
    time.advance(Duration.ofMinutes(59));
    assertThat(wear.isDue(time.now())).isFalse();
    time.advance(Duration.ofMinutes(1));
    assertThat(wear.isDue(time.now())).isTrue();
    kernel.sectorsWritten(3_000);
    memory.refuse(true);
    wear.save(time.now());

    assertThat(wear.isDue(time.now())).as("not saved").isTrue();
    assertThat(wear.look(time.now()).toDisk()).isEqualTo(new Written.Bytes(2_000 * 512));
    memory.refuse(false);
    wear.save(time.now());
    assertThat(wear.look(time.now()).toDisk()).isEqualTo(new Written.Bytes(2_000 * 512));
    assertThat(wear.look(time.now()).over()).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void lifeJustAfterMidnightIsThatOfTheDayBefore() throws Exception {
    CardWear wear = wear();
    kernel.sectorsWritten(1_000 + 60L * 1024 * 1024 / 512);
    time.advance(Duration.ofHours(17));
    wear.save(time.now());

    assertThat(wear.look(time.now()).life()).isInstanceOf(Life.Estimated.class);
  }

  @Test
  void lifeIsReckonedFromTheDailyRate() throws Exception {
    CardWear wear = wear();
    kernel.sectorsWritten(1_000 + 60L * 1024 * 1024 / 512); // 60 MiB in 12 h: 120 MiB a day
    time.advance(Duration.ofHours(12));

    Life life = wear.look(time.now()).life();

    // 31,914,983,424 bytes x 500 / 10 / 125,829,120 bytes a day / 365.25 days
    assertThat(life)
        .asInstanceOf(InstanceOfAssertFactories.type(Life.Estimated.class))
        .satisfies(
            estimate -> {
              assertThat(estimate.years()).isCloseTo(34.72, within(0.01));
              assertThat(estimate.assumption()).contains("500 times", "10 bytes for each");
            });
  }

  @Test
  void nothingIsReckonedFromLessThanAnHour() {
    CardWear wear = wear();
    time.advance(Duration.ofMinutes(59));

    assertThat(wear.look(time.now()).life()).isInstanceOf(Life.Unknown.class);
  }

  @Test
  void whatTheDiskSaysOfItselfIsBetterThanReckoning() throws Exception {
    kernel.write("sys/devices/mmcblk0/device/life_time", "0x02 0x0A");
    kernel.write("sys/devices/mmcblk0/device/pre_eol_info", "0x02");

    Wear wear = wear().look(time.now());

    assertThat(wear.life()).isEqualTo(new Life.Told(100, true));
    assertThat(MachineWords.disk(wear).isWell()).isFalse();
  }

  @Test
  void memoryAndOverlaysAreCalledSo() throws Exception {
    String data = folder.toRealPath().toString().replace(" ", "\\040");
    String card = "27 1 179:2 / / rw - ext4 /dev/mmcblk0p2 rw";
    kernel.mounted(card, "28 27 0:30 / " + data + " rw - tmpfs tmpfs rw");
    assertThat(words()).contains("it lies in memory (tmpfs) and is lost at power off");

    kernel.mounted(card, "28 27 0:30 / " + data + " rw - overlay overlay rw");
    assertThat(words()).contains("it lies in an overlay, which may be lost at power off");

    kernel.mounted(card, "28 27 0:30 / " + data + " rw - nfs4 server:/export rw");
    assertThat(words()).contains("server:/export (nfs4) is no disk of this machine");
  }

  @Test
  void ofTwoMountsAtOnePlaceTheLaterHides() throws Exception {
    kernel.mounted(
        "27 1 0:2 / / rw - rootfs rootfs rw", "28 27 179:2 / / rw - ext4 /dev/mmcblk0p2 rw");

    assertThat(wear().look(time.now()).disk()).isInstanceOf(Disk.Device.class);
  }

  @Test
  void thisMachineTellsItsMount() {
    CardReader here = new CardReader(folder, Path.of("/proc"), Path.of("/sys"));

    assertThat(here.disk()).isNotEqualTo(new Disk.Unseen("the kernel tells no mounts"));
    assertThat(here.freeBytes()).isPositive();
  }

  private String words() {
    return MachineWords.disk(wear().look(time.now())).cause();
  }

  private CardWear wear() {
    return new CardWear(
        new CardReader(folder, kernel.proc(), kernel.sys()),
        new Days(ZoneId.of("Europe/Stockholm")),
        memory,
        time.now());
  }
}
