package io.pumphouse.agent.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.pumphouse.agent.backup.notice.Ears;
import io.pumphouse.agent.setting.Household;
import io.pumphouse.web.model.JobProgress;
import io.pumphouse.web.model.JobRun;
import io.pumphouse.web.model.RetentionPreview;
import io.pumphouse.web.model.RunOutcome;
import io.pumphouse.web.model.RunPhase;
import io.pumphouse.web.model.RunState;
import io.pumphouse.web.model.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever can be set about jobs does something to a real one. */
final class SettingsOfJobsTest {
  @TempDir private Path folder;
  private final AtomicBoolean isOnline = new AtomicBoolean(true);

  static List<String> keys() {
    return Household.keys(Setting.Group.JOBS);
  }

  @ParameterizedTest
  @MethodSource("keys")
  void everySettingOfJobsHasItsEffect(String key) throws Exception {
    try (Workshop shop = new Workshop(folder, new DestinationGuard(), isOnline::get)) {
      switch (key) {
        case "bandwidth" -> {
          shop.room.start();
          assertThat(copied(shop, key, "256 KiB/s")).contains("--bwlimit=256");
          assertThat(copied(shop, Workshop.SLOW)).contains("--bwlimit=1024 ");
        }
        case "attempts" -> attempts(shop);
        case "verification" -> {
          shop.room.start();
          assertThat(copied(shop, Map.of())).doesNotContain("--checksum");
          assertThat(copied(shop, key, "checksum")).contains("--checksum --exclude");
          assertThat(shop.run().isVerified()).isFalse();
          copied(shop, key, "verify-after");
          assertThat(shop.run().isVerified()).isTrue();
        }
        case "keep-backups" -> keeps(shop);
        case "network-check" -> looksForTheNetwork(shop);
        case "resume-jobs" -> goesOn(shop);
        case "notices" -> isSilent(shop);
        default -> fail("nothing proves that " + key + " does anything");
      }
    }
  }

  private Workshop with(Workshop shop, String key, String value) {
    shop.habits = new Household(shop.data).set(key, value).shelf.get().jobs();
    return shop;
  }

  private String copied(Workshop shop, String key, String value) throws Exception {
    return copied(with(shop, key, value), Map.of());
  }

  /** What the log says of a copy of a few bytes. */
  private static String copied(Workshop shop, Map<String, String> more) throws Exception {
    shop.file("few", 10);
    shop.room.jobs().delete("job");
    shop.job("rsync", more);
    shop.succeeded();
    return Files.readString(shop.data.resolve("runs").resolve(shop.run().log()));
  }

  private void attempts(Workshop shop) throws InterruptedException {
    with(shop, "attempts", "2");
    shop.room.start();
    shop.job("rsync", Map.of("destination", "rsync://127.0.0.1:1/nobody"));
    assertThat(shop.ended().attempts()).isEqualTo(2);
  }

  private void keeps(Workshop shop) throws InterruptedException {
    with(shop, "keep-backups", "last 2");
    shop.room.start();
    shop.job("snapshot", Map.of());
    shop.succeeded();
    shop.succeeded();
    assertThat(shop.room.media().retentionPreview("job"))
        .isInstanceOfSatisfying(
            RetentionPreview.Foreseen.class,
            next -> assertThat(next.fates()).filteredOn(fate -> !fate.isKept()).hasSize(1));
    shop.succeeded();
    assertThat(shop.room.media().media().getFirst().backups()).hasSize(2);
  }

  /** At the usual pace it would look but once while this test has patience. */
  private void looksForTheNetwork(Workshop shop) throws Exception {
    with(shop, "network-check", "1s");
    isOnline.set(false);
    shop.room.start();
    shop.job("rsync", Map.of("destination", "rsync://127.0.0.1:1/nobody"));
    shop.start();
    Path log = shop.data.resolve("runs").resolve(shop.run().log());
    shop.until(() -> waits(log) >= 2);
    isOnline.set(true);
    assertThat(shop.end().cause()).doesNotContain("no network");
  }

  private static long waits(Path log) {
    try {
      return Files.exists(log)
          ? Files.readString(log)
              .lines()
              .filter(it -> it.endsWith("waiting for the network"))
              .count()
          : 0;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void goesOn(Workshop shop) throws InterruptedException {
    with(shop, "resume-jobs", "interrupted");
    shop.job("snapshot", Map.of());
    JobRun draft =
        new JobRun(
            0,
            "job",
            "ann",
            new RunState.Pending(),
            Instant.EPOCH,
            Instant.EPOCH,
            1,
            JobProgress.NONE,
            false,
            "",
            "",
            "job.log");
    JobRun cut = draft.numbered(shop.ledger.runs().begin(draft).orElseThrow());
    shop.ledger.runs().note(cut.in(new RunState.Running(RunPhase.COPY), Instant.EPOCH));
    shop.room.start();
    shop.until(() -> shop.run().id() > cut.id() && shop.run().state().isEnded());
    assertThat(shop.run().state()).isEqualTo(Workshop.ended(RunOutcome.SUCCEEDED));
    assertThat(shop.run().reason()).isEqualTo("recovery by the settings");
    assertThat(shop.room.recovery().interrupted()).isEmpty();
  }

  private void isSilent(Workshop shop) throws Exception {
    try (Ears ears = new Ears()) {
      with(shop, "notices", "off");
      String hook = "notices: [{id: it, type: webhook, url: \"%s\"}]\n".formatted(ears.url());
      Files.writeString(shop.data.resolve("notices.yaml"), hook);
      shop.room.start();
      shop.job("snapshot", Map.of());
      shop.succeeded();
      assertThat(ears.isSilent()).isTrue();
      with(shop, "notices", "on");
      shop.succeeded();
      assertThat(ears.next()).contains("\"event\":\"started\"");
    }
  }
}
