package io.pumphouse.agent.blackbox;

import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.web.model.Recording;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Where recordings are kept. */
public interface Shelf {
  /** Which half of a recording. */
  enum Half {
    BEFORE,
    AFTER
  }

  /**
   * Keeps one half; returns at once. The oldest recordings make room.
   *
   * @param at when the alarm came; the same for both halves
   * @param packed gives the bytes, on the shelf's own thread
   */
  void keep(PumpId pump, Moment at, String alarm, Half half, Supplier<byte[]> packed);

  /** The recordings of one pump, newest first. Reads the disk. */
  List<Recording.Head> list(PumpId pump);

  /** The halves that are there, the one before first. Reads the disk. */
  Optional<Kept> open(long id);

  /**
   * A recording on the shelf.
   *
   * @param originMillis since boot, when the alarm came
   * @param halves as they were packed
   */
  record Kept(Recording.Head head, long originMillis, List<byte[]> halves) {
    public Kept {
      halves = List.copyOf(halves);
    }
  }
}
