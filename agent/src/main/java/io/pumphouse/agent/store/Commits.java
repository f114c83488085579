package io.pumphouse.agent.store;

import io.pumphouse.agent.clock.NotMoved;
import io.pumphouse.agent.sqlite.Database;
import io.pumphouse.agent.sqlite.Outcome;
import io.pumphouse.agent.sqlite.Outcome.Done;
import io.pumphouse.agent.sqlite.Outcome.Failed;
import io.pumphouse.agent.sqlite.Session;
import io.pumphouse.agent.sqlite.Trouble;
import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.TimeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gets what is pending onto the disk, and goes on trying when the disk refuses. Confined to the
 * database's thread but for {@link #standing()}.
 */
final class Commits {
  private static final Logger LOG = LoggerFactory.getLogger(Commits.class);

  private final Database database;
  private final Pending pending;
  private final List<Bookmark> bookmarks;
  private final String bootId;
  private final TimeSource time;

  /** What stored readings must be moved by, and is not yet. */
  private final List<Correction> owed = new ArrayList<>();

  private Duration movedTo = Duration.ZERO;
  private volatile boolean isOwing;
  private volatile Standing standing = new Standing.Untried();

  /**
   * @param bookmarks of those to whom readings are passed on
   */
  Commits(
      Database database,
      Pending pending,
      List<Bookmark> bookmarks,
      String bootId,
      TimeSource time) {
    this.database = database;
    this.pending = pending;
    this.bookmarks = bookmarks;
    this.bootId = bootId;
    this.time = time;
  }

  /** How the last attempt went. Thread-safe. */
  Standing standing() {
    return standing;
  }

  /**
   * Whether stored readings are still to be moved, so that nobody may judge their age. Thread-safe.
   */
  boolean isOwing() {
    return isOwing;
  }

  void open() {
    stand(
        switch (database.run(Blocks::newest)) {
          case Done<Long> _ -> new Standing.Ready();
          case Failed<Long>(Trouble trouble) -> new Standing.Refused(trouble);
        });
  }

  /** Moves what is pending at once and what is stored as soon as the disk allows. */
  void move(Duration before, Duration by) {
    Correction correction = new Correction(movedTo, before, by);
    if (before.compareTo(movedTo) > 0) {
      movedTo = before;
      pending.right(correction);
      owed.add(correction);
      isOwing = true;
      commit();
    }
  }

  /** As {@link io.pumphouse.agent.clock.Stamped#moveEarlier}; whose times are moved, is sure. */
  void moveEarlier(String boot, Duration before, Duration by) {
    Outcome<Boolean> outcome =
        database.run(
            session -> {
              move(session, boot, new Correction(Duration.ZERO, before, by));
              session.run("UPDATE boot SET sure = 1 WHERE boot_id = ?", boot);
              return true;
            });
    if (outcome instanceof Failed<Boolean>(Trouble why)) {
      throw new NotMoved("readings keep their wrong times for now: " + why.cause());
    }
  }

  /** On the database's thread, so that nobody finds a sample both stored and pending. */
  void commit() {
    Moment asOf = time.now();
    Pending.Held held = pending.held();
    if (held.batches().isEmpty() && owed.isEmpty()) {
      return;
    }
    Outcome<Integer> outcome =
        database.run(
            session -> {
              owed.forEach(correction -> move(session, bootId, correction));
              return held.batches().isEmpty() ? 0 : Blocks.append(session, bootId, held.batches());
            });
    switch (outcome) {
      case Done<Integer> _ -> {
        owed.clear();
        isOwing = false;
        pending.saved(held);
        stand(new Standing.Stored(asOf));
      }
      case Failed<Integer>(Trouble trouble) -> stand(new Standing.Refused(trouble));
    }
  }

  /** Whoever has them with their old times gets them again. */
  private void move(Session session, String boot, Correction correction) {
    Moving.move(session, boot, correction)
        .ifPresent(first -> bookmarks.forEach(each -> each.setBack(session, first)));
  }

  private void stand(Standing next) {
    boolean wasRefused = standing instanceof Standing.Refused;
    standing = next;
    if (next instanceof Standing.Refused(Trouble trouble)) {
      if (!wasRefused) {
        LOG.warn("storing waits: {}; {}", trouble.cause(), trouble.next());
      }
    } else if (wasRefused) {
      LOG.info("storing goes on; dropped={}", pending.dropped());
    }
  }
}
