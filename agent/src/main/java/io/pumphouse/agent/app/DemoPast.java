package io.pumphouse.agent.app;

import io.pumphouse.agent.clock.Trust;
import io.pumphouse.agent.config.StoreConfig;
import io.pumphouse.agent.insight.StateWatch;
import io.pumphouse.agent.insight.Subject;
import io.pumphouse.agent.ledger.Ledger;
import io.pumphouse.agent.poll.Batch;
import io.pumphouse.agent.sqlite.Outcome.Failed;
import io.pumphouse.agent.store.ReadingStore;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.pump.Link;
import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.Pace;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.Sample;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.hal.sim.Panel;
import io.pumphouse.hal.sim.VirtualHeatPump;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a virtual pump did before anybody asked it, stored as if somebody had: raw integers, packed
 * and rolled up by the same store that goes on with the live ones, and its state changes as events.
 * The pump is afterwards in the state in which the past left it. Used once, by one thread, while no
 * agent works in the folder.
 */
final class DemoPast {
  /** Between two looks at live metrics: fine enough for every curve of a month. */
  static final Duration STEP = Duration.ofSeconds(30);

  private static final Duration USUAL = Duration.ofSeconds(5);
  private static final Duration TURN = Duration.ofHours(1);
  private static final String BOOT = "demo-past";

  private final Subject pump;
  private final StoreConfig config;
  private final ZoneId zone;
  private final Path folder;
  private final TimeSource time;

  /**
   * @param pump under which name it is kept
   * @param config how the agent will keep what is to come
   * @param zone whose days count
   * @param folder where the agent will find it
   */
  DemoPast(Subject pump, StoreConfig config, ZoneId zone, Path folder, TimeSource time) {
    this.pump = pump;
    this.config = config;
    this.zone = zone;
    this.folder = folder;
    this.time = time;
  }

  /** Lets the pump live from where it is until now, and keeps what it showed. */
  void live(VirtualHeatPump virtual) throws IOException {
    Trust always = () -> true;
    try (ReadingStore store =
            new ReadingStore(folder.resolve("readings.db"), BOOT, config, zone, always, time);
        Ledger ledger = new Ledger(folder.resolve("ledger.db"), BOOT, time)) {
      store.start();
      ledger.start();
      fill(virtual, store, new StateWatch(List.of(pump), ledger::note));
      store.upkeep();
    }
  }

  private void fill(VirtualHeatPump virtual, ReadingStore store, StateWatch watch)
      throws IOException {
    Panel panel = new Panel(pump.map(), virtual);
    Map<Register, Integer> paces = paces(pump.map());
    List<Batch> turn = new ArrayList<>();
    int step = 0;
    while (!virtual.now().plus(STEP).isAfter(time.wall())) {
      virtual.advanceTo(virtual.now().plus(STEP));
      turn.add(look(panel, paces, step++));
      if (turn.size() == TURN.dividedBy(STEP)) {
        keep(turn, store, watch);
      }
    }
    keep(turn, store, watch);
  }

  /** What the agent would ask, and every how many steps. */
  private static Map<Register, Integer> paces(RegisterMap map) {
    Map<Register, Integer> paces = new LinkedHashMap<>();
    map.metrics()
        .forEach(
            (metric, register) -> {
              if (metric.pace() != Pace.ON_DEMAND) {
                paces.put(map.find(register).orElseThrow(), steps(metric.pace()));
              }
            });
    return paces;
  }

  /** Counters once a minute and settings every five, as with the usual poll interval of 5 s. */
  private static int steps(Pace pace) {
    return Math.toIntExact(Math.max(1, USUAL.multipliedBy(pace.polls()).dividedBy(STEP)));
  }

  private Batch look(Panel panel, Map<Register, Integer> paces, int step) {
    Instant at = panel.pump().now();
    Moment taken = new Moment(at, Duration.ofMillis(at.toEpochMilli()));
    List<Sample> samples = new ArrayList<>();
    paces.forEach(
        (register, pace) -> {
          if (step % pace == 0) {
            samples.add(panel.sample(register, taken));
          }
        });
    return new Batch(pump.pump(), new Link.Up(), Duration.ZERO, samples, true);
  }

  private static void keep(List<Batch> turn, ReadingStore store, StateWatch watch)
      throws IOException {
    turn.forEach(watch::offer);
    if (store.backfill(turn) instanceof Failed<Integer>(var trouble)) {
      throw new IOException(trouble.cause() + "; " + trouble.next());
    }
    turn.clear();
  }
}
