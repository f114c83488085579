package io.pumphouse.web.model;

import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Sample;
import java.time.Instant;
import java.util.List;

/**
 * The stored readings, to be counted and leafed through. Thread-safe; each question reads the
 * database, so ask on a thread that may wait.
 */
public interface Stock {
  /** The most samples that one leaf has. */
  int MOST = 500;

  /** What came of counting. */
  sealed interface Counted {
    record Whole(Inventory inventory) implements Counted {}

    /** The disk refuses. */
    record Failed(String cause, String next) implements Counted {}
  }

  /** Which way to leaf. */
  enum Way {
    /** The last samples before a time. */
    BACK,
    /** The first samples from a time on. */
    ON
  }

  /** What came of leafing. */
  sealed interface Leafed {
    /**
     * A leaf.
     *
     * @param samples oldest first
     * @param isMore whether there are more in the same direction
     */
    record Leaf(List<Sample> samples, boolean isMore) implements Leafed {
      public Leaf {
        samples = List.copyOf(samples);
      }
    }

    /** The disk refuses. */
    record Failed(String cause, String next) implements Leafed {}
  }

  /** Counts everything. */
  Counted count();

  /**
   * Leafs through the samples of one register.
   *
   * @param edge before which, or from which on, by the wall clock
   * @param most 1 to {@value #MOST}
   */
  Leafed leaf(PumpId pump, RegisterId register, Way way, Instant edge, int most);
}
