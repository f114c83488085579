package io.pumphouse.web.model;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What the agent has noted of its doings. Thread-safe; reads the disk, so ask on a thread that may
 * wait.
 */
public interface Logs {
  /** More than that nobody reads on one page. */
  int MOST = 500;

  /**
   * Which entries somebody wants.
   *
   * @param sources from where
   * @param least how grave at least
   * @param job of this backup job alone; empty for all there is
   * @param sought words that stand in it
   * @param after later than this
   */
  record Wish(
      Set<LogLine.Source> sources, LogLine.Level least, String job, Sought sought, Instant after) {
    public Wish {
      sources = Set.copyOf(sources);
    }

    /** Whether it is one of those. */
    public boolean isOf(LogLine line) {
      return sources.contains(line.source())
          && line.level().compareTo(least) >= 0
          && line.at().isAfter(after)
          && (job.isEmpty() || (line.source() == LogLine.Source.JOBS && line.text().contains(job)))
          && sought.isIn(line.text());
    }
  }

  /** Takes entries, one after the other. */
  @FunctionalInterface
  interface Reader {
    void take(LogLine line) throws IOException;
  }

  /**
   * The newest entries, oldest first.
   *
   * @param most at most so many, 1 to {@value #MOST}
   * @throws IOException when the disk refuses
   */
  List<LogLine> last(Wish wish, int most) throws IOException;

  /**
   * All of them, oldest first, in constant memory.
   *
   * @throws IOException when the disk or the reader refuses
   */
  void each(Wish wish, Reader reader) throws IOException;

  /**
   * The backup jobs whose runs have written something.
   *
   * @throws IOException when the disk refuses
   */
  List<String> jobs() throws IOException;

  /** Calls the listener after each new entry, on the thread that noted it: it must be quick. */
  LiveReadings.Subscription subscribe(Runnable listener);

  /** One in which nothing was ever noted. */
  static Logs none() {
    return new Logs() {
      @Override
      public List<LogLine> last(Wish wish, int most) {
        return List.of();
      }

      @Override
      public void each(Wish wish, Reader reader) {}

      @Override
      public List<String> jobs() {
        return List.of();
      }

      @Override
      public LiveReadings.Subscription subscribe(Runnable listener) {
        return () -> {};
      }
    };
  }
}
