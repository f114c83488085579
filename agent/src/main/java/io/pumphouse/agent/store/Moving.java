package io.pumphouse.agent.store;

import io.pumphouse.agent.sqlite.Session;
import io.pumphouse.agent.store.pack.Strands;
import io.pumphouse.agent.store.pack.Unpacked;
import io.pumphouse.agent.store.roll.Holding;
import java.util.List;
import java.util.OptionalLong;

/**
 * Puts the wall times of stored readings right. A block that lies wholly in the time that was wrong
 * only gets another shift; the one in which the clock was set is packed anew. Pure functions over a
 * session.
 */
final class Moving {
  private static final long HOUR = 3_600_000;
  private static final String OF_STRETCH =
      " WHERE id >= ? AND boot = ? AND from_mono >= ? AND from_mono < ?";

  private Moving() {}

  /**
   * Once: what an earlier run of the agent has moved stays, however often it is told again.
   *
   * @return the first block whose times are others now; none if there is none
   */
  static OptionalLong move(Session session, String bootId, Correction correction) {
    // The mark is wanted even if nothing is stored yet: what comes next was moved while it waited.
    long boot = Blocks.boot(session, bootId);
    long from =
        Math.max(
            correction.from().toMillis(),
            session.number("SELECT moved_to FROM boot WHERE id = ?", boot));
    long before = correction.before().toMillis();
    long by = correction.by().toMillis();
    if (from >= before) {
      return OptionalLong.empty();
    }
    OptionalLong moved = by == 0 ? OptionalLong.empty() : shift(session, boot, from, before, by);
    session.run(
        "UPDATE boot SET moved_to = ?, moved_by = moved_by + ? WHERE id = ?", before, by, boot);
    return moved;
  }

  private static OptionalLong shift(Session session, long boot, long from, long before, long by) {
    long first = session.number("SELECT first_block FROM boot WHERE id = ?", boot);
    splitAt(session, first, boot, from);
    splitAt(session, first, boot, before);
    touch(session, first, boot, from, before);
    session.run(
        "UPDATE block SET shift = shift + ?, from_wall = from_wall + ?, to_wall = to_wall + ?"
            + OF_STRETCH,
        by,
        by,
        by,
        first,
        boot,
        from,
        before);
    touch(session, first, boot, from, before);
    return session
        .rows(
            "SELECT id FROM block" + OF_STRETCH + " ORDER BY id LIMIT 1",
            row -> row.number(1),
            first,
            boot,
            from,
            before)
        .stream()
        .mapToLong(id -> id)
        .findFirst();
  }

  /**
   * The hours of these readings are due, where they stood and where they stand. How long the next
   * reading holds, and one may follow as late as a value can hold, depends on them too.
   */
  private static void touch(Session session, long first, long boot, long from, long before) {
    List<Hours> all =
        session.rows(
            "SELECT DISTINCT from_wall / 3600000, to_wall / 3600000 FROM block" + OF_STRETCH,
            row -> new Hours(row.number(1), row.number(2)),
            first,
            boot,
            from,
            before);
    for (Hours hours : all) {
      Dues.touch(session, hours.first() * HOUR, (hours.last() + 1) * HOUR + Holding.LONGEST);
    }
  }

  /** Since 1970, both inclusive. */
  private record Hours(long first, long last) {}

  /** Cuts blocks that reach over a time since boot in two. */
  private static void splitAt(Session session, long first, long boot, long mono) {
    List<Block> near =
        session.rows(
            "SELECT block.id, boot_id, shift, payload FROM block JOIN boot ON boot.id = block.boot"
                + " WHERE block.id >= ? AND block.boot = ? AND from_mono >= ? AND from_mono < ?",
            row ->
                new Block(new Spot(0, 0, row.number(1)), row.text(2), row.number(3), row.bytes(4)),
            first,
            boot,
            mono - Blocks.LONGEST_MILLIS,
            mono);
    for (Block block : near) {
      Strands earlier = new Strands();
      Strands later = new Strands();
      if (block.tell(new Parting(mono, earlier, later)) instanceof Unpacked.Whole
          && later.size() > 0) {
        Blocks.delete(session, block.id());
        Blocks.insert(session, boot, earlier);
        Blocks.insert(session, boot, later);
      }
    }
  }
}
