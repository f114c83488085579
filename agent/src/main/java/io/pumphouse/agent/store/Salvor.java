package io.pumphouse.agent.store;

import io.pumphouse.agent.sqlite.Row;
import io.pumphouse.agent.sqlite.Session;
import io.pumphouse.agent.sqlite.Wreck;
import io.pumphouse.agent.store.pack.Strands;
import io.pumphouse.agent.store.roll.Chunk;
import io.pumphouse.agent.store.roll.Grid;
import io.pumphouse.agent.store.roll.Level;
import io.pumphouse.agent.store.roll.Ruler;
import io.pumphouse.agent.store.roll.Sheet;
import io.pumphouse.agent.store.roll.Tally;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.RegisterId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads blocks and chunks out of a damaged file; each is whole by its own checksum or left behind.
 * Without the file's tables of boots and series nothing in it has a name. Confined to one thread.
 */
final class Salvor {
  /** Something that was saved. */
  interface Cargo {
    /** Its number in the damaged file. */
    long id();

    /** Puts it into the new file; says how many readings it was. */
    long unload(Session session);
  }

  private record Owner(PumpId pump, RegisterId register) {}

  private record Boot(String id, long isSure, long movedTo) {}

  private final Wreck wreck;
  private final Grid grid;
  private final boolean isRolledUp;
  private final Map<Integer, Owner> owners = new HashMap<>();
  private final Map<Long, Boot> boots = new HashMap<>();
  private long wholeUntil = Long.MIN_VALUE;

  Salvor(Wreck wreck, Grid grid) {
    this.wreck = wreck;
    this.grid = grid;
    this.isRolledUp = wreck.rows("SELECT 1 FROM roll LIMIT 0", row -> 1).isWhole();
    wreck
        .rows("SELECT id, pump, register FROM series", Salvor::owner)
        .rows()
        .forEach(owners::putAll);
    wreck
        .rows(
            "SELECT id, boot_id" + (isRolledUp ? ", sure, moved_to" : ", 1, 0") + " FROM boot",
            row -> Map.of(row.number(1), new Boot(row.text(2), row.number(3), row.number(4))))
        .rows()
        .forEach(boots::putAll);
  }

  /** The next blocks that can be read. */
  Wreck.Found<Cargo> blocks(long after, int most) {
    return wreck.rows(
        "SELECT id, boot, "
            + (isRolledUp ? "shift" : "0")
            + ", payload"
            + " FROM block NOT INDEXED WHERE id > ? ORDER BY id LIMIT ?",
        row ->
            new Blockful(
                new Block(
                    new Spot(0, 0, row.number(1)),
                    boots.getOrDefault(row.number(2), new Boot("salvaged", 0, 0)).id(),
                    row.number(3),
                    row.bytes(4)),
                boots.getOrDefault(row.number(2), new Boot("salvaged", 0, 0))),
        after,
        most);
  }

  /** The next chunks that can be read. */
  Wreck.Found<Cargo> rolls(long after, int most) {
    return isRolledUp
        ? wreck.rows(
            "SELECT id, payload FROM roll WHERE id > ? ORDER BY id LIMIT ?",
            row -> new Sheetful(row.number(1), row.bytes(2)),
            after,
            most)
        : new Wreck.Found<>(List.of(), true);
  }

  /** What was rolled up is not made anew from readings of which some may be lost. */
  boolean keepWhatIsKept(Session session) {
    Kept.rawIsGoneBefore(session, wholeUntil);
    for (Level level : Level.values()) {
      wreck
          .rows("SELECT since FROM kept WHERE level = ?", row -> row.number(1), level.number())
          .rows()
          .forEach(since -> Kept.isGoneBefore(session, level, since));
    }
    return true;
  }

  private static Map<Integer, Owner> owner(Row row) {
    return Map.of(
        (int) row.number(1), new Owner(new PumpId(row.text(2)), new RegisterId(row.text(3))));
  }

  private Map<Integer, Integer> numbers(Session session) {
    SeriesNumbers known = new SeriesNumbers(session);
    Map<Integer, Integer> numbers = new HashMap<>();
    owners.forEach((old, owner) -> numbers.put(old, known.of(owner.pump(), owner.register())));
    return numbers;
  }

  private final class Blockful implements Cargo {
    private final Block block;
    private final Boot boot;

    Blockful(Block block, Boot boot) {
      this.block = block;
      this.boot = boot;
    }

    @Override
    public long id() {
      return block.id();
    }

    @Override
    public long unload(Session session) {
      Map<Integer, Integer> numbers = numbers(session);
      Strands saved = new Strands();
      var unused = block.tell(new Renumbered(saved, numbers)); // what is damaged tells nothing
      long row = Blocks.boot(session, boot.id());
      session.run(
          "UPDATE boot SET sure = max(sure, ?), moved_to = max(moved_to, ?) WHERE id = ?",
          boot.isSure(),
          boot.movedTo(),
          row);
      Blocks.insert(session, row, saved);
      return saved.size();
    }
  }

  private final class Sheetful implements Cargo {
    private final long id;
    private final byte[] sheet;

    Sheetful(long id, byte[] sheet) {
      this.id = id;
      this.sheet = sheet;
    }

    @Override
    public long id() {
      return id;
    }

    @Override
    public long unload(Session session) {
      Chunk chunk = Chunk.of(id);
      Ruler ruler = grid.ruler(chunk);
      Map<Integer, Integer> numbers = numbers(session);
      Tally tally = new Tally(ruler);
      var unused =
          Sheet.unpack(
              sheet,
              numbers::containsKey,
              (series, step, cell) ->
                  tally.replace(numbers.getOrDefault(series, 0), ruler.start(step), cell));
      Rolls.of(session, chunk)
          .ifPresent(
              newer ->
                  Sheet.unpack(
                      newer,
                      _ -> true,
                      (series, step, cell) -> tally.replace(series, ruler.start(step), cell)));
      Rolls.put(session, chunk, Sheet.pack(tally, 0, ruler.steps()));
      if (chunk.level() == Level.MINUTE) {
        wholeUntil = Math.max(wholeUntil, ruler.to());
      }
      return 0;
    }
  }
}
