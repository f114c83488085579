package io.pumphouse.web.model;

import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.TracedFrame;
import java.time.Duration;
import java.util.List;

/**
 * The last frames on the line of a pump, whoever they were for. Thread-safe; nothing for a pump
 * that does not exist.
 */
public interface Trace {
  /** The most frames that are kept. */
  int FRAMES = 2_000;

  /** The newest frames, at most so many, oldest first. */
  List<TracedFrame> newest(PumpId pump, int most);

  /**
   * Waits for frames newer than this one; returns those that are still kept, oldest first, or none
   * if the time is up. Holds up nobody but the caller.
   *
   * @param number of the last frame seen, 0 for none
   */
  List<TracedFrame> after(PumpId pump, long number, Duration atMost) throws InterruptedException;
}
