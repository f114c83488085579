package io.pumphouse.agent.store;

import io.pumphouse.agent.config.StoreConfig;
import io.pumphouse.agent.poll.Batch;
import io.pumphouse.agent.sqlite.Database;
import io.pumphouse.agent.sqlite.Outcome;
import io.pumphouse.agent.store.roll.DayRuler;
import io.pumphouse.agent.store.roll.EvenRuler;
import io.pumphouse.agent.store.roll.Grid;
import io.pumphouse.agent.store.roll.Level;
import io.pumphouse.agent.store.roll.Ruler;
import io.pumphouse.agent.store.roll.Tally;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.web.model.Curves;
import io.pumphouse.web.model.Extremes;
import io.pumphouse.web.model.History;
import io.pumphouse.web.model.Span;
import io.pumphouse.web.model.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Supplier;

/**
 * What the stored readings say, with those that still wait to be committed. Damaged blocks are left
 * out. Thread-safe; reads the file and changes nothing.
 *
 * <p>A value holds until the next sample of its register, but at most three times as long as it
 * came after the one before, and never longer than 75 minutes.
 */
public final class Recollection implements History {
  private final Database database;
  private final Survey survey;
  private final Grid grid;
  private final Damages damages;
  private final Readers readers;
  private final Supplier<List<Batch>> waiting;
  private final Supplier<StoreConfig> config;

  Recollection(
      Database database,
      Survey survey,
      Grid grid,
      Damages damages,
      Readers readers,
      Supplier<List<Batch>> waiting,
      Supplier<StoreConfig> config) {
    this.database = database;
    this.survey = survey;
    this.grid = grid;
    this.damages = damages;
    this.readers = readers;
    this.waiting = waiting;
    this.config = config;
  }

  /** {@inheritDoc} */
  @Override
  public Map<RegisterId, Extremes> extremes(PumpId pump, Instant from, Instant to) {
    if (!from.isBefore(to)) {
      return Map.of();
    }
    Roster roster = new Roster(pump, _ -> true);
    long length = Math.max(1, from.until(to, ChronoUnit.MILLIS));
    Tally tally = survey.along(new EvenRuler(from.toEpochMilli(), length, 1), Level.HOUR, roster);
    return roster.extremes(tally);
  }

  @Override
  public Curves curves(PumpId pump, Set<RegisterId> registers, Span span, int points) {
    if (points < 1 || points > MOST_POINTS) {
      throw new IllegalArgumentException(points + " points: ask for 1 to " + MOST_POINTS);
    }
    Roster roster = new Roster(pump, registers::contains);
    Tally tally = survey.over(span, points, roster);
    Ruler ruler = tally.ruler();
    Duration step = Duration.ofMillis(ruler.start(1) - ruler.from());
    Instant from = Instant.ofEpochMilli(ruler.from());
    return new Curves(from, step, ruler.steps(), roster.curves(tally));
  }

  /**
   * Registers over local days, of 23, 24 or 25 hours. Thread-safe; reads the database.
   *
   * @param from inclusive
   * @param to exclusive, later than {@code from}
   */
  public Map<RegisterId, SortedMap<LocalDate, Stretch>> days(
      PumpId pump, Set<RegisterId> registers, LocalDate from, LocalDate to) {
    int days = Math.toIntExact(from.until(to, ChronoUnit.DAYS));
    Roster roster = new Roster(pump, registers::contains);
    Tally tally = survey.along(DayRuler.of(from, days, grid.zone()), Level.DAY, roster);
    return roster.days(tally, from);
  }

  /**
   * Shows every sample of some registers to a visitor, in the order of wall time, in constant
   * memory; says how many. Waiting for the visitor keeps nobody else waiting.
   */
  public Outcome<Long> each(PumpId pump, Set<RegisterId> registers, Span span, Visitor visitor) {
    Roster roster = new Roster(pump, registers::contains);
    return new Reel(database, damages, readers, waiting, roster, span, visitor).play();
  }

  /** What is in the file; reads it. Nothing of it while the database refuses. */
  public Outcome<Facts> facts() {
    return database.run(
        session -> Census.take(session, config.get(), database.size(), damages.count()));
  }

  /** The earliest reading in the file and the latest, by the wall clock; empty without any. */
  public Outcome<List<Instant>> ends() {
    return database.run(Census::ends);
  }
}
