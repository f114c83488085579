package io.pumphouse.agent.store;

import io.pumphouse.agent.poll.Batch;
import io.pumphouse.agent.sqlite.Database;
import io.pumphouse.agent.sqlite.Outcome;
import io.pumphouse.agent.sqlite.Outcome.Done;
import io.pumphouse.agent.sqlite.Outcome.Failed;
import io.pumphouse.agent.store.pack.Point;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Sample;
import io.pumphouse.web.model.Span;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Supplier;

/**
 * Plays samples in the order of wall time. A block is told series by series, and its neighbours may
 * begin before it ends; so samples wait until no later block can bring an earlier one. Used once,
 * by one thread.
 */
final class Reel {
  private static final int BLOCKS_PER_TURN = 16;

  private final Database database;
  private final Damages damages;
  private final Readers readers;
  private final Supplier<List<Batch>> waiting;
  private final Roster roster;
  private final long from;
  private final long to;
  private final Visitor visitor;
  private final PriorityQueue<Point> ahead =
      new PriorityQueue<>(Comparator.comparingLong(Point::wall).thenComparingInt(Point::series));

  Reel(
      Database database,
      Damages damages,
      Readers readers,
      Supplier<List<Batch>> waiting,
      Roster roster,
      Span span,
      Visitor visitor) {
    this.database = database;
    this.damages = damages;
    this.readers = readers;
    this.waiting = waiting;
    this.roster = roster;
    this.from = span.from().toEpochMilli();
    this.to = span.to().toEpochMilli();
    this.visitor = visitor;
  }

  /** Plays to the end, or until the database refuses. */
  Outcome<Long> play() {
    readers.enter();
    try {
      return playAll();
    } finally {
      readers.leave();
    }
  }

  private Outcome<Long> playAll() {
    Spot after = Spot.BEFORE_ALL;
    long told = 0;
    while (true) {
      Outcome<Page> outcome = page(after);
      if (outcome instanceof Failed<Page>(var trouble)) {
        return new Failed<>(trouble);
      }
      Page page = ((Done<Page>) outcome).value();
      for (Block block : page.blocks()) {
        told += tellBefore(block.spot().from());
        gather(block);
        after = block.spot();
      }
      if (page.blocks().size() < BLOCKS_PER_TURN) {
        page.waiting().forEach(this::gather);
        return new Done<>(told + tellBefore(Long.MAX_VALUE));
      }
    }
  }

  private Outcome<Page> page(Spot after) {
    return database.run(
        session -> {
          roster.add(Blocks.registers(session, roster.pump()));
          var blocks = Blocks.overlapping(session, from, to, after, BLOCKS_PER_TURN);
          return new Page(blocks, blocks.size() < BLOCKS_PER_TURN ? waiting.get() : List.of());
        });
  }

  private void gather(Block block) {
    var registers = roster.registers();
    Gathering gathering =
        new Gathering(
            registers::containsKey,
            series -> registers.getOrDefault(series, new RegisterId("unknown")));
    damages.note("block " + block.id(), block.tell(gathering));
    gathering.points().stream().filter(this::isInside).forEach(ahead::add);
  }

  private void gather(Batch batch) {
    if (batch.pump().equals(roster.pump())) {
      for (Sample sample : batch.samples()) {
        roster.ifWanted(
            sample.register(),
            series -> {
              Point point = new Point(series, sample);
              if (isInside(point)) {
                ahead.add(point);
              }
            });
      }
    }
  }

  private boolean isInside(Point point) {
    return point.wall() >= from && point.wall() < to;
  }

  private long tellBefore(long wall) {
    long told = 0;
    while (!ahead.isEmpty() && ahead.element().wall() < wall) {
      visitor.sample(ahead.remove().sample());
      told++;
    }
    return told;
  }

  private record Page(List<Block> blocks, List<Batch> waiting) {}
}
