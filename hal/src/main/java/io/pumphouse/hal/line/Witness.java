package io.pumphouse.hal.line;

/** Hears of every transaction on a line, on the thread that owns the bus; must be quick. */
public interface Witness {
  void saw(Transaction transaction);

  /** Bytes came while nothing was asked: a late answer, or somebody else on the line. */
  void overheard(Frame bytes, io.pumphouse.hal.reading.Moment at);
}
