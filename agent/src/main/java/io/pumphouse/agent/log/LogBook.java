package io.pumphouse.agent.log;

import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.Health.Check;
import io.pumphouse.web.model.LiveReadings;
import io.pumphouse.web.model.LogLine;
import io.pumphouse.web.model.Logs;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * The log of the agent: hears every logger from its start to its end, and reads what it and the
 * runs of backup jobs have written. Thread-safe.
 */
public final class LogBook implements Logs, AutoCloseable {
  static final String NAME = "log";

  private static final Duration AT_ONCE = Duration.ofSeconds(1);
  private static final Comparator<LogLine> OLDEST_FIRST = Comparator.comparing(LogLine::at);

  private final Pen pen;
  private final RunShelf runs;
  private final TimeSource time;
  private final Ear ear = new Ear();
  private final Logger root = Logger.getLogger("");
  private final Logger ours = Logger.getLogger("io.pumphouse");
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private Instant last = Instant.EPOCH;

  /** Where the JDK's loggers end. */
  private final class Ear extends Handler {
    @Override
    public void publish(LogRecord record) {
      hear(record);
    }

    @Override
    public void flush() {
      // the pen has a pace of its own
    }

    @Override
    public void close() {
      // LogBook.close() does it
    }
  }

  /**
   * A log that hears nothing before {@link #open()}.
   *
   * @param folder where its files are, or are to be
   * @param runs where the runs of backup jobs write theirs
   * @param budget how many bytes its files may take, at first
   */
  public LogBook(Path folder, Path runs, long budget, TimeSource time) {
    this.pen = new Pen(folder, budget);
    this.runs = new RunShelf(runs);
    this.time = time;
  }

  /** Begins to hear, and to write. Call once. */
  public void open() {
    pen.start();
    root.addHandler(ear);
  }

  /**
   * Keeps to this from now on.
   *
   * @param least the least grave level of our own rooms that is heard
   * @param budget how many bytes the files may take
   */
  public void keepTo(Level least, long budget) {
    ours.setLevel(least);
    pen.keepWithin(budget);
  }

  private void hear(LogRecord record) {
    LogLine.Level level = Entry.level(record);
    String text = Plain.withoutClaim(Entry.text(record));
    pen.add(
        new LogLine(stamp(), level, Entry.source(record), text).plain(),
        level.compareTo(LogLine.Level.ERROR) >= 0);
    listeners.forEach(Runnable::run);
  }

  /**
   * Two entries are never at the same moment, so that a reader can ask for later ones. Only a clock
   * that is set back further makes a later entry an earlier one.
   */
  private synchronized Instant stamp() {
    Instant now = time.wall();
    boolean isAtOnce = !now.isAfter(last) && now.isAfter(last.minus(AT_ONCE));
    last = isAtOnce ? last.plusNanos(1_000) : now;
    return last;
  }

  /** Writes what waits, now and on this thread. */
  void flush() {
    pen.flush();
  }

  @Override
  public List<LogLine> last(Wish wish, int most) throws IOException {
    if (most < 1 || most > MOST) {
      throw new IllegalArgumentException(most + " entries: ask for 1 to " + MOST);
    }
    List<LogLine> found = new ArrayList<>(last(pen.leaves(), wish, most));
    found.addAll(last(runs.leaves(wish), wish, most));
    found.sort(OLDEST_FIRST);
    return List.copyOf(found.subList(Math.max(0, found.size() - most), found.size()));
  }

  /** Reads no more files than it takes, the newest first. */
  private static List<LogLine> last(List<Leaf> leaves, Wish wish, int most) throws IOException {
    Deque<LogLine> found = new ArrayDeque<>();
    for (Leaf leaf : leaves.reversed()) {
      Deque<LogLine> end = end(leaf, wish, most - found.size());
      end.descendingIterator().forEachRemaining(found::addFirst);
      if (found.size() >= most) {
        break;
      }
    }
    return List.copyOf(found);
  }

  private static Deque<LogLine> end(Leaf leaf, Wish wish, int most) throws IOException {
    Deque<LogLine> end = new ArrayDeque<>();
    try (Tape tape = new Tape(List.of(leaf))) {
      for (Optional<LogLine> it = tape.next(); it.isPresent(); it = tape.next()) {
        if (wish.isOf(it.get())) {
          end.addLast(it.get());
        }
        if (end.size() > most) {
          end.removeFirst();
        }
      }
    }
    return end;
  }

  @Override
  public void each(Wish wish, Reader reader) throws IOException {
    try (Tape own = new Tape(pen.leaves());
        Tape ofRuns = new Tape(runs.leaves(wish))) {
      Optional<LogLine> one = next(own, wish);
      Optional<LogLine> other = next(ofRuns, wish);
      while (one.isPresent() || other.isPresent()) {
        if (other.isEmpty() || (one.isPresent() && !one.get().at().isAfter(other.get().at()))) {
          reader.take(one.orElseThrow());
          one = next(own, wish);
        } else {
          reader.take(other.orElseThrow());
          other = next(ofRuns, wish);
        }
      }
    }
  }

  private static Optional<LogLine> next(Tape tape, Wish wish) throws IOException {
    Optional<LogLine> next = tape.next();
    while (next.isPresent() && !wish.isOf(next.get())) {
      next = tape.next();
    }
    return next;
  }

  @Override
  public List<String> jobs() throws IOException {
    return runs.jobs();
  }

  @Override
  public LiveReadings.Subscription subscribe(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** The line {@code log} of the health board; quick. */
  public Check check() {
    String trouble = pen.trouble();
    return trouble.isEmpty()
        ? Check.well(NAME, "written every minute, errors at once")
        : Check.degraded(NAME, trouble, "check the disk; until then the journal has it alone");
  }

  /** Hears no more; what was heard is written. Never throws; twice is fine. */
  @Override
  public void close() {
    root.removeHandler(ear);
    ours.setLevel(Level.INFO); // as the command line has it, for whoever still says something
    pen.close();
  }
}
