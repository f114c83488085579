package io.pumphouse.web.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Whether the file of readings is sound, found out when somebody asks: it is read through from end
 * to end, which changes nothing and lets storing go on. Thread-safe; never waits.
 */
public interface Soundness {
  /** How it stands. */
  sealed interface State {
    /** Nobody asked since the agent started. */
    record Unasked() implements State {}

    /**
     * The file is being read.
     *
     * @param since when it began
     * @param who asked
     */
    record UnderWay(Instant since, String who) implements State {}

    /**
     * What came of the last time.
     *
     * @param at when it was over
     * @param who asked
     * @param took how long it took
     */
    record Over(Instant at, String who, Duration took, Result result) implements State {}
  }

  /** What came of reading. */
  sealed interface Result {
    /** Everything is as it should be. */
    record Sound() implements Result {}

    /**
     * Something is not as it should be.
     *
     * @param where what SQLite says of it, a line each, in English
     */
    record Damaged(List<String> where) implements Result {
      /** What to do about it. */
      public static final String NEXT =
          "export what matters now, then restore a snapshot from before the damage";

      public Damaged {
        where = List.copyOf(where);
      }
    }

    /** It was not read to its end. */
    record Unknown(String cause, String next) implements Result {}
  }

  /** How it stands now. */
  State state();

  /**
   * Begins to read the file, unless that is under way already.
   *
   * @param who asks; kept in the event log
   * @return how it stands then
   */
  State look(String who);
}
