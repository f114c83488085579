package io.pumphouse.agent.store;

import io.pumphouse.agent.config.StoreConfig;
import io.pumphouse.agent.sqlite.Outcome.Done;
import io.pumphouse.agent.sqlite.Outcome.Failed;
import io.pumphouse.agent.store.roll.Level;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.web.model.Inventory;
import io.pumphouse.web.model.Inventory.Kept;
import io.pumphouse.web.model.Span;
import io.pumphouse.web.model.Stock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Counts the store and leafs through it. Thread-safe: it keeps nothing. */
public final class Stocktaker implements Stock {
  private final ReadingStore store;

  public Stocktaker(ReadingStore store) {
    this.store = store;
  }

  @Override
  public Counted count() {
    return switch (store.recollection().facts()) {
      case Done<Facts>(Facts facts) -> new Counted.Whole(inventory(facts));
      case Failed<Facts>(var trouble) -> new Counted.Failed(trouble.cause(), trouble.next());
    };
  }

  private static Inventory inventory(Facts facts) {
    return new Inventory(
        facts.series(),
        facts.samples().number(),
        facts.samples().isEstimate(),
        facts.fileBytes(),
        covered(facts.ends()),
        levels(facts),
        facts.damaged(),
        facts.due());
  }

  private static List<Span> covered(List<Instant> ends) {
    boolean isNothing = ends.isEmpty() || !ends.getFirst().isBefore(ends.getLast());
    return isNothing ? List.of() : List.of(new Span(ends.getFirst(), ends.getLast()));
  }

  private static List<Inventory.Level> levels(Facts facts) {
    StoreConfig config = facts.config();
    List<Inventory.Level> levels = new ArrayList<>();
    levels.add(level(facts, "raw", config.keepRaw()));
    for (Level level : Level.values()) {
      Duration kept =
          switch (level) {
            case MINUTE -> config.keepMinutes();
            case QUARTER, HOUR -> config.keepHours();
            case DAY -> StoreConfig.FOREVER;
          };
      levels.add(level(facts, level.name().toLowerCase(Locale.ROOT), kept));
    }
    return levels;
  }

  private static Inventory.Level level(Facts facts, String name, Duration kept) {
    return new Inventory.Level(
        name,
        facts.bytes().getOrDefault(name, 0L),
        kept.equals(StoreConfig.FOREVER) ? new Kept.Forever() : new Kept.For(kept));
  }

  @Override
  public Leafed leaf(PumpId pump, RegisterId register, Way way, Instant edge, int most) {
    if (most < 1 || most > MOST) {
      throw new IllegalArgumentException(most + " samples: ask for 1 to " + MOST);
    }
    return switch (store.recollection().ends()) {
      case Done<List<Instant>>(List<Instant> ends) ->
          new Leafing(store, pump, register, most).leaf(way, edge, ends);
      case Failed<List<Instant>>(var trouble) -> new Leafed.Failed(trouble.cause(), trouble.next());
    };
  }
}
