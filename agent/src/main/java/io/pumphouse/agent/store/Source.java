package io.pumphouse.agent.store;

import io.pumphouse.agent.poll.Batch;
import io.pumphouse.agent.sqlite.Database;
import io.pumphouse.agent.sqlite.Outcome;
import io.pumphouse.agent.sqlite.Outcome.Done;
import io.pumphouse.agent.sqlite.Outcome.Failed;
import io.pumphouse.agent.sqlite.Session;
import io.pumphouse.agent.store.roll.Chunk;
import io.pumphouse.agent.store.roll.Grid;
import io.pumphouse.agent.store.roll.Holding;
import io.pumphouse.agent.store.roll.Ruler;
import io.pumphouse.agent.store.roll.Sheet;
import io.pumphouse.agent.store.roll.Tally;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.function.Supplier;

/**
 * Reads the file piece by piece, in turns so short that no commit waits for more than one; what
 * they fetch is unpacked on the asker's thread. Thread-safe.
 */
final class Source {
  /** How many blocks one turn at the database fetches. */
  static final int BLOCKS_PER_TURN = 128;

  /**
   * How many chunks; some kilobytes each. A turn of its own for each would take most of the time.
   */
  private static final int CHUNKS_PER_TURN = 16;

  private final Database database;
  private final Grid grid;
  private final Damages damages;
  private final Readers readers;

  Source(Database database, Grid grid, Damages damages, Readers readers) {
    this.database = database;
    this.grid = grid;
    this.damages = damages;
    this.readers = readers;
  }

  /** Adds the steps of chunks to a tally; false if the database refused. */
  boolean read(List<Piece.Stored> pieces, IntPredicate wanted, Tally tally) {
    for (int from = 0; from < pieces.size(); from += CHUNKS_PER_TURN) {
      if (!readSome(
          pieces.subList(from, Math.min(from + CHUNKS_PER_TURN, pieces.size())), wanted, tally)) {
        return false;
      }
    }
    return true;
  }

  private boolean readSome(List<Piece.Stored> pieces, IntPredicate wanted, Tally tally) {
    return switch (database.run(session -> fetch(session, pieces))) {
      case Done<Map<Long, byte[]>>(Map<Long, byte[]> sheets) -> {
        for (Piece.Stored piece : pieces) {
          Optional.ofNullable(sheets.get(piece.chunk().id()))
              .ifPresent(bytes -> tell(piece, bytes, wanted, tally));
        }
        yield true;
      }
      case Failed<Map<Long, byte[]>> _ -> false; // the health board tells why
    };
  }

  /** Asks once for all chunks that follow each other: preparing a question costs most of it. */
  private static Map<Long, byte[]> fetch(Session session, List<Piece.Stored> pieces) {
    Map<Long, byte[]> found = new HashMap<>();
    int first = 0;
    for (int i = 1; i <= pieces.size(); i++) {
      if (i == pieces.size() || !follows(pieces.get(i - 1).chunk(), pieces.get(i).chunk())) {
        Chunk last = pieces.get(i - 1).chunk();
        found.putAll(Rolls.between(session, pieces.get(first).chunk(), last));
        first = i;
      }
    }
    return found;
  }

  private static boolean follows(Chunk one, Chunk next) {
    return next.id() == one.id() || next.id() == one.id() + 1;
  }

  /**
   * Adds readings to a tally; false if the database refused.
   *
   * @param waiting what is not stored yet, asked for when nothing is left to fetch
   * @param tell how to hear that out
   */
  boolean read(
      Piece.Raw piece,
      IntPredicate wanted,
      Tally tally,
      Supplier<List<Batch>> waiting,
      BiConsumer<Batch, Holding> tell) {
    Holding holding = new Holding(tally, piece.from(), piece.to());
    readers.enter();
    try {
      return play(piece, wanted, holding, waiting, tell);
    } finally {
      readers.leave();
    }
  }

  private boolean play(
      Piece.Raw piece,
      IntPredicate wanted,
      Holding holding,
      Supplier<List<Batch>> waiting,
      BiConsumer<Batch, Holding> tell) {
    Spools spools = new Spools(wanted, Spools.BY_SERIES);
    Consumer<Spool> told = spool -> tell(spool, holding);
    Spot after = Spot.BEFORE_ALL;
    boolean isMore = true;
    boolean isWhole = true;
    while (isMore) {
      Outcome<Page> outcome = page(piece, after, waiting);
      isWhole = outcome instanceof Done<Page>;
      Page page =
          switch (outcome) {
            case Done<Page>(Page fetched) -> fetched;
            case Failed<Page> _ -> new Page(List.of(), waiting.get()); // the health board tells why
          };
      for (Block block : page.blocks()) {
        spools.tellBefore(block.spot().from(), told);
        spools.begin(block.bootId());
        damages.note("block " + block.id(), block.tell(spools));
        spools.skipTo(piece.from());
        after = block.spot();
      }
      isMore = page.blocks().size() == BLOCKS_PER_TURN;
      if (!isMore) {
        spools.tellBefore(Long.MAX_VALUE, told);
        page.waiting().forEach(batch -> tell.accept(batch, holding));
      }
    }
    holding.end();
    return isWhole;
  }

  private static void tell(Spool spool, Holding holding) {
    if (spool.isValue()) {
      holding.value(spool.series(), spool.boot(), spool.wall(), spool.mono(), spool.raw());
    } else {
      holding.nothing(spool.series(), spool.boot(), spool.wall(), spool.mono());
    }
  }

  private Outcome<Page> page(Piece.Raw piece, Spot after, Supplier<List<Batch>> waiting) {
    return database.run(
        session -> {
          List<Block> blocks =
              Blocks.overlapping(
                  session, piece.from() - Holding.LEAD, piece.to(), after, BLOCKS_PER_TURN);
          boolean isLast = blocks.size() < BLOCKS_PER_TURN;
          return new Page(blocks, isLast ? waiting.get() : List.of());
        });
  }

  private void tell(Piece.Stored piece, byte[] sheet, IntPredicate wanted, Tally tally) {
    Chunk chunk = piece.chunk();
    Ruler ruler = grid.ruler(chunk);
    damages.note(
        chunk.toString(),
        Sheet.unpack(
            sheet,
            wanted,
            (series, step, cell) -> {
              long wall = ruler.start(step);
              if (wall >= piece.from() && wall < piece.to()) {
                tally.add(series, wall, cell);
              }
            }));
  }

  /**
   * One turn's worth of an answer.
   *
   * @param waiting what is not stored yet, once no stored block is left to fetch
   */
  private record Page(List<Block> blocks, List<Batch> waiting) {}
}
