package io.pumphouse.agent.store;

import io.pumphouse.agent.poll.Batch;
import io.pumphouse.agent.sqlite.Database;
import io.pumphouse.agent.sqlite.Outcome.Done;
import io.pumphouse.agent.sqlite.Outcome.Failed;
import io.pumphouse.agent.sqlite.Session;
import io.pumphouse.agent.store.roll.Chunk;
import io.pumphouse.agent.store.roll.Grid;
import io.pumphouse.agent.store.roll.Holding;
import io.pumphouse.agent.store.roll.Level;
import io.pumphouse.agent.store.roll.Ruler;
import io.pumphouse.agent.store.roll.Tally;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Missing;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.Sample;
import io.pumphouse.web.model.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Answers what series amounted to over steps of time, stored or still waiting to be. Its memory is
 * that of the answer, whatever the span. Thread-safe.
 */
final class Survey {
  private final Database database;
  private final Source source;
  private final Grid grid;
  private final Supplier<List<Batch>> waiting;
  private final String bootId;

  /**
   * @param waiting what is not stored yet
   * @param bootId the boot that this was heard in
   */
  Survey(
      Database database, Source source, Grid grid, Supplier<List<Batch>> waiting, String bootId) {
    this.database = database;
    this.source = source;
    this.grid = grid;
    this.waiting = waiting;
    this.bootId = bootId;
  }

  /** At most so many equal steps over a span. */
  Tally over(Span span, int points, Roster roster) {
    return ask(
        roster,
        session ->
            Scale.of(span, points, Kept.rawSince(session), Kept.since(session, Level.MINUTE)),
        Scale.of(span, points, Long.MIN_VALUE, Long.MIN_VALUE));
  }

  /** The steps of a ruler, from no level coarser than this. */
  Tally along(Ruler ruler, Level coarsest, Roster roster) {
    Scale scale = new Scale(ruler, coarsest, false);
    return ask(roster, _ -> scale, scale);
  }

  private Tally ask(Roster roster, Function<Session, Scale> question, Scale otherwise) {
    Start start =
        switch (database.run(session -> start(session, roster, question.apply(session)))) {
          case Done<Start>(Start found) -> found;
          case Failed<Start> _ -> new Start(otherwise, List.of(all(otherwise)));
        };
    Tally tally = new Tally(start.question().ruler());
    List<Piece.Stored> stored = new ArrayList<>();
    for (Piece piece : start.pieces()) {
      switch (piece) {
        case Piece.Stored next -> stored.add(next);
        case Piece.Raw raw -> {
          boolean _ = source.read(stored, roster::has, tally);
          stored.clear();
          boolean _ =
              source.read(raw, roster::has, tally, waiting, (batch, to) -> tell(batch, roster, to));
        }
      }
    }
    boolean _ = source.read(stored, roster::has, tally);
    return tally;
  }

  /** On the database's thread, so that nothing is stored between what is planned and what waits. */
  private Start start(Session session, Roster roster, Scale question) {
    roster.add(Blocks.registers(session, roster.pump()));
    if (question.isRaw()) {
      return new Start(question, List.of(all(question)));
    }
    Ruler ruler = question.ruler();
    Set<Chunk> dues = Dues.between(session, grid, question.coarsest(), ruler.from(), ruler.to());
    dues.addAll(
        Dues.hoursOf(
            waiting.get().stream()
                .flatMap(batch -> batch.samples().stream())
                .mapToLong(sample -> sample.takenAt().wall().toEpochMilli())));
    Plan plan = new Plan(grid, question.coarsest(), dues, Kept.rawSince(session));
    return new Start(question, plan.pieces(ruler.from(), ruler.to()));
  }

  private void tell(Batch batch, Roster roster, Holding holding) {
    if (batch.pump().equals(roster.pump())) {
      for (Sample sample : batch.samples()) {
        roster.ifWanted(sample.register(), series -> tell(sample, series, holding));
      }
    }
  }

  private void tell(Sample sample, int series, Holding holding) {
    long wall = sample.takenAt().wall().toEpochMilli();
    long mono = sample.takenAt().sinceBoot().toMillis();
    switch (sample) {
      case Reading reading -> holding.value(series, bootId, wall, mono, reading.raw());
      case Missing _, Invalid _ -> holding.nothing(series, bootId, wall, mono);
    }
  }

  private static Piece all(Scale question) {
    return new Piece.Raw(question.ruler().from(), question.ruler().to());
  }

  private record Start(Scale question, List<Piece> pieces) {}
}
