package io.pumphouse.agent.store;

import io.pumphouse.agent.poll.Batch;
import io.pumphouse.agent.sqlite.Database;
import io.pumphouse.agent.sqlite.Outcome;
import io.pumphouse.agent.sqlite.Outcome.Done;
import io.pumphouse.agent.sqlite.Outcome.Failed;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Missing;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.Sample;
import io.pumphouse.web.model.Span;
import java.util.List;
import java.util.function.Supplier;

/** Plays samples in the order of wall time. Used once, by one thread. */
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
  private final Spools spools;
  private long told;

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
    this.spools = new Spools(roster::has, Spools.BY_TIME);
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
    while (true) {
      Outcome<Page> outcome = page(after);
      if (outcome instanceof Failed<Page>(var trouble)) {
        return new Failed<>(trouble);
      }
      Page page = ((Done<Page>) outcome).value();
      for (Block block : page.blocks()) {
        spools.tellBefore(block.spot().from(), this::tell);
        spools.begin(block.bootId());
        damages.note("block " + block.id(), block.tell(spools));
        after = block.spot();
      }
      if (page.blocks().size() < BLOCKS_PER_TURN) {
        page.waiting().forEach(this::gather);
        spools.tellBefore(Long.MAX_VALUE, this::tell);
        return new Done<>(told);
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

  private void gather(Batch batch) {
    if (batch.pump().equals(roster.pump())) {
      for (Sample sample : batch.samples()) {
        roster.ifWanted(sample.register(), series -> gather(series, sample));
      }
    }
  }

  private void gather(int series, Sample sample) {
    long wall = sample.takenAt().wall().toEpochMilli();
    long mono = sample.takenAt().sinceBoot().toMillis();
    switch (sample) {
      case Reading reading -> spools.value(series, wall, mono, reading.raw());
      case Missing _ -> spools.missing(series, wall, mono);
      case Invalid invalid -> spools.invalid(series, wall, mono, invalid.fault());
    }
  }

  private void tell(Spool spool) {
    if (spool.wall() >= from && spool.wall() < to) {
      visitor.sample(spool.sample(roster.register(spool.series())));
      told++;
    }
  }

  private record Page(List<Block> blocks, List<Batch> waiting) {}
}
