package io.pumphouse.hal.line;

/** Hears of everything on a line, on the thread that owns the bus; must be quick. */
public interface Witness {
  void saw(Transaction transaction);

  /** A late answer, or somebody else on the line. */
  void overheard(Overheard bytes);

  /** The line was closed or broken, and is open again. */
  default void reopened() {}

  /** One who takes no note. */
  static Witness none() {
    return new Witness() {
      @Override
      public void saw(Transaction transaction) {}

      @Override
      public void overheard(Overheard bytes) {}
    };
  }
}
