package io.pumphouse.web.model;

import io.pumphouse.hal.reading.PumpId;
import java.util.List;

/** What happened. Thread-safe; reads the disk, so ask on a thread that may wait. */
public interface Events {
  /** The most that one answer has. */
  int MOST = 1_000;

  /**
   * The newest events of a pump, newest first.
   *
   * @param most at most so many, 1 to {@value #MOST}
   */
  List<Happening> events(PumpId pump, int most);

  /** The newest events of a pump whose time lies in this span, newest first. */
  List<Happening> events(PumpId pump, Span span, int most);
}
