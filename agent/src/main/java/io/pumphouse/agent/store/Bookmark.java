package io.pumphouse.agent.store;

import io.pumphouse.agent.sqlite.Session;
import io.pumphouse.hal.reading.TimeSource;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Up to which block one receiver has everything, and how many samples it will never have. Confined
 * to the database's thread but for {@link #lost()}.
 */
final class Bookmark {
  private static final Logger LOG = LoggerFactory.getLogger(Bookmark.class);
  private static final long KEEP_EVERY = Duration.ofMinutes(10).toNanos();

  private final String receiver;
  private final boolean isFromOldest;
  private final TimeSource time;
  private boolean isNew = true;
  private boolean isSetBack;

  /** Where to begin, until whoever sends is seen to have heard so: a commit may fail. */
  private OptionalLong offered = OptionalLong.empty();

  private long passed;

  /** The furthest block that anybody was shown. */
  private long shown;

  /** What stands in the file, if it still is the one this began with. */
  private long kept;

  private long keptAt;
  private long leftOut;
  private volatile long lost;

  /**
   * @param receiver its kind, a space and where it is: {@code influx http://192.0.2.20:8086 pumps}
   * @param isFromOldest whether a receiver that was never heard of gets what is stored already;
   *     else it goes on where the one of its kind was that it takes the place of
   */
  Bookmark(String receiver, boolean isFromOldest, TimeSource time) {
    this.receiver = receiver;
    this.isFromOldest = isFromOldest;
    this.time = time;
  }

  long lost() {
    return lost;
  }

  /**
   * Whether it lies in this file, where it was left.
   *
   * @param where up to which block whoever sends has passed on everything
   */
  boolean isIn(Session session, long where) {
    if (offered.isPresent() && isTaken(offered.getAsLong(), where)) {
      offered = OptionalLong.empty();
      isNew = false;
      isSetBack = false;
    }
    OptionalLong found = found(session, "sent ");
    return !isNew
        && !isSetBack
        && offered.isEmpty()
        && found.isPresent()
        && found.getAsLong() == kept
        && passed <= Blocks.newest(session);
  }

  /**
   * Begins where this file says. In one that took another's place, and in one that was emptied and
   * counts from one again, it begins with the first block.
   */
  long begin(Session session) {
    long newest = Blocks.newest(session);
    boolean isFirst = isNew && !isFromOldest;
    long start = found(session, "sent ").orElseGet(() -> isFirst ? inItsPlace(session, newest) : 0);
    start = start <= newest ? start : 0;
    lost = found(session, "unsent ").orElse(lost);
    offered = OptionalLong.of(start);
    shown = start;
    write(session, start);
    return start;
  }

  /** Takes note of it, and writes it if that was long ago. */
  void pass(Session session, long block) {
    passed = block;
    if (block != kept && time.nanos() - keptAt >= KEEP_EVERY) {
      write(session, block);
    }
  }

  /** At first nobody is as far as the beginning; later, whoever did not hear of it is further. */
  private boolean isTaken(long start, long where) {
    return isNew ? where >= start : where <= start;
  }

  /** Takes note that this block may be on its way from now on. */
  void show(long block) {
    shown = Math.max(shown, block);
  }

  /**
   * Blocks from this one on have other times than they had when they were passed on: they are
   * passed on again.
   */
  void setBack(Session session, long first) {
    long start = isNew ? found(session, "sent ").orElse(0) : Math.max(passed, shown);
    if (start >= first) {
      LOG.info(
          "{}: the clock was put right; what it had with the times before is sent again", receiver);
      write(session, Math.min(isNew ? start : passed, first - 1));
      isSetBack = true;
      offered = OptionalLong.empty();
    }
  }

  boolean keep(Session session, long block) {
    boolean isHere = isIn(session, block);
    if (isHere && block != kept) {
      write(session, block);
    }
    return isHere;
  }

  /**
   * Counts what is about to be deleted.
   *
   * @param blocks SQL that gives their numbers
   */
  void losing(Session session, String blocks, Object... values) {
    if (isNew && offered.isEmpty()) {
      return;
    }
    long gone =
        session
            .rows(
                "SELECT payload FROM block WHERE id > " + passed + " AND id IN (" + blocks + ")",
                row -> Headcount.of(row.bytes(1)),
                values)
            .stream()
            .mapToLong(count -> count)
            .sum();
    lose(session, gone);
  }

  /** Counts what is left out for good; each block once, however often it is come by. */
  void leaveOut(Session session, long block, long samples) {
    if (block > leftOut) {
      leftOut = block;
      lose(session, samples);
    }
  }

  private void lose(Session session, long samples) {
    if (samples > 0) {
      long all = lost + samples;
      note(session, "unsent ", all);
      lost = all;
    }
  }

  private void write(Session session, long block) {
    note(session, "sent ", block);
    passed = block;
    kept = block;
    keptAt = time.nanos();
  }

  private void note(Session session, String what, long number) {
    session.run(
        "INSERT OR REPLACE INTO note VALUES (?, ?)", what + receiver, String.valueOf(number));
  }

  /** Where the one was that had another address. */
  private long inItsPlace(Session session, long newest) {
    String kind = receiver.replaceFirst(" .*", "");
    return session
        .rows(
            "SELECT max(CAST(value AS INTEGER)) FROM note WHERE name = ? OR name LIKE ?"
                + " HAVING count(*) > 0",
            row -> row.number(1),
            "sent " + kind,
            "sent " + kind + " %")
        .stream()
        .findFirst()
        .orElse(newest);
  }

  private OptionalLong found(Session session, String what) {
    List<Long> found =
        session.rows(
            "SELECT value FROM note WHERE name = ?",
            row -> Long.parseLong(row.text(1)),
            what + receiver);
    return found.isEmpty() ? OptionalLong.empty() : OptionalLong.of(found.getFirst());
  }
}
