package io.pumphouse.agent.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pumphouse.agent.config.EnergyConfig;
import io.pumphouse.agent.config.StoreConfig;
import io.pumphouse.agent.insight.Subject;
import io.pumphouse.agent.ledger.Ledger;
import io.pumphouse.agent.store.ReadingStore;
import io.pumphouse.hal.map.Lookup;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.map.RegisterMaps;
import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.hal.sim.VirtualHeatPump;
import io.pumphouse.web.model.Span;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two winter days of a virtual pump, as the agent finds it afterwards. */
final class DemoPastTest {
  private static final Instant NOW = Instant.parse("2026-01-20T12:00:07Z");
  private static final Instant BEGIN = NOW.minus(Duration.ofDays(2));
  private static final StoreConfig CONFIG = new StoreConfig(Duration.ofSeconds(30));
  private static final PumpId DEMO = new PumpId("demo");
  private static final TimeSource TIME = new Standing();

  @TempDir private Path folder;

  private final RegisterMap map =
      new RegisterMaps().find("nibe-s1255") instanceof Lookup.Found(RegisterMap found)
          ? found
          : fail();

  @Test
  void theWholePastIsThereWithoutAGap() throws IOException {
    live();
    RegisterId outdoor = map.find(Metric.OUTDOOR_TEMP).orElseThrow().id();
    try (ReadingStore store =
        new ReadingStore(
            folder.resolve("readings.db"), "now", CONFIG, ZoneOffset.UTC, () -> true, TIME)) {
      store.start();
      var curves =
          store.recollection().curves(DEMO, Set.of(outdoor), new Span(BEGIN, NOW), 49).byRegister();
      assertThat(Objects.requireNonNull(curves.get(outdoor)).stretches().values())
          .hasSizeGreaterThanOrEqualTo(48)
          .filteredOn(stretch -> stretch.covered() > 0.999)
          .hasSizeGreaterThanOrEqualTo(47);
    }
  }

  @Test
  void thePumpStandsWhereItsPastLeftIt() throws IOException {
    assertThat(live().now())
        .isAfter(NOW.minus(DemoPast.STEP).minusSeconds(1))
        .isBeforeOrEqualTo(NOW);
  }

  @Test
  void whatThePumpDidIsAnEvent() throws IOException {
    live();
    try (Ledger ledger = new Ledger(folder.resolve("ledger.db"), "now", TIME)) {
      ledger.start();
      assertThat(ledger.events(DEMO, new Span(BEGIN, NOW), 10)).isNotEmpty();
    }
  }

  @Test
  void aFolderWithSomethingInItIsLeftAlone() throws IOException {
    Files.createFile(folder.resolve("readings.db"));
    assertThatThrownBy(() -> Demo.openIn(folder, new Demo.Wish(map, 1, 0, Duration.ZERO)))
        .isInstanceOf(FileAlreadyExistsException.class);
  }

  private VirtualHeatPump live() throws IOException {
    VirtualHeatPump machine = VirtualPump.machine(map, BEGIN);
    Subject subject = new Subject(DEMO, map, EnergyConfig.UNSAID);
    new DemoPast(subject, CONFIG, ZoneOffset.UTC, folder, TIME).live(machine);
    return machine;
  }

  private static RegisterMap fail() {
    throw new AssertionError("no shipped map");
  }

  /** Clocks that do not move. */
  private record Standing() implements TimeSource {
    @Override
    public Instant wall() {
      return NOW;
    }

    @Override
    public long nanos() {
      return 0;
    }
  }
}
