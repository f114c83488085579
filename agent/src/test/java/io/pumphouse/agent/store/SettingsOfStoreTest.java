package io.pumphouse.agent.store;

import static io.pumphouse.agent.store.pack.Samples.batch;
import static io.pumphouse.agent.store.pack.Samples.reading;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.pumphouse.agent.app.SystemTime;
import io.pumphouse.agent.config.StoreConfig;
import io.pumphouse.agent.ledger.TwentyDays;
import io.pumphouse.agent.setting.Household;
import io.pumphouse.web.model.Setting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever can be set about keeping readings changes what is kept, while the store runs. */
final class SettingsOfStoreTest {
  private static final int DAY = 1_440;

  @TempDir private Path folder;

  static List<String> keys() {
    return Household.keys(Setting.Group.STORE);
  }

  @ParameterizedTest
  @MethodSource("keys")
  void everySettingOfTheStoreHasItsEffect(String key) throws InterruptedException {
    Household house = new Household(folder);
    switch (key) {
      case "keep-raw" -> shrinks(house, key, "SELECT count(*) FROM block");
      case "keep-minutes" -> shrinks(house, key, "SELECT count(*) FROM roll WHERE id >> 40 = 1");
      case "keep-hours" -> shrinks(house, key, "SELECT count(*) FROM roll WHERE id >> 40 = 3");
      case "keep-events" -> forgets(house, key);
      case "commit-interval" -> commits(house.set(key, "1s").shelf.get().store());
      default -> fail("nothing proves that " + key + " does anything");
    }
  }

  /** The rig's own clock counts the pages of half a year. */
  private void shrinks(Household house, String key, String count) {
    Rig rig = new Rig(folder);
    try (ReadingStore store = rig.store(() -> house.shelf.get().store())) {
      rig.minutes(store, 20 * DAY);
      store.upkeep();
    }
    long before = rig.number(count);
    try (ReadingStore store = rig.store(() -> house.shelf.get().store())) {
      store.upkeep();
      house.set(key, "2d");
      store.upkeep();
    }
    assertThat(rig.number(count)).isLessThan(before);
  }

  /** The oldest eleven of twenty days go, and the youngest nine stay. */
  private void forgets(Household house, String key) {
    TwentyDays ledger = new TwentyDays(folder);
    Supplier<Duration> keep = () -> house.shelf.get().store().keepEvents();
    assertThat(ledger.tidied(keep).events()).hasSize(TwentyDays.DAYS);
    house.set(key, "9d");
    assertThat(ledger.tidied(keep).events())
        .containsExactlyElementsOf(
            IntStream.rangeClosed(12, 20).mapToObj(day -> "day " + day).toList().reversed());
  }

  /** As usual it would take half a minute. */
  private void commits(StoreConfig config) throws InterruptedException {
    SystemTime time = new SystemTime();
    Path file = folder.resolve("readings.db");
    try (ReadingStore store =
        new ReadingStore(file, "boot", () -> config, Rig.STOCKHOLM, () -> false, time)) {
      store.start();
      store.offer(batch(reading("30002", time.now(), 1)));
      long end = time.nanos() + Duration.ofSeconds(15).toNanos();
      while (!store.check().cause().contains("last commit")) {
        assertThat(time.nanos()).as(store.check().cause()).isLessThan(end);
        new LinkedBlockingQueue<>().poll(50, TimeUnit.MILLISECONDS);
      }
    }
  }
}
