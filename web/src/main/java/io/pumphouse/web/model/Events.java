package io.pumphouse.web.model;

import io.pumphouse.hal.reading.PumpId;
import java.util.List;
import java.util.function.Consumer;

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

  /**
   * Tells the listener what happens, on the thread that notes it: it must only take note, never
   * wait or throw. Close the subscription to end it.
   */
  LiveReadings.Subscription subscribe(Consumer<Happening> listener);

  /** The newest events of a pump whose time lies in this span, newest first. */
  List<Happening> events(PumpId pump, Span span, int most);
}
