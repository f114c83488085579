package io.pumphouse.agent.publish.ship;

/** What came of sending. Immutable. */
public sealed interface Delivery {
  /**
   * The receiver has it.
   *
   * @param leftOut how many samples of the load were not for it and never left, at most all
   * @param refused how many samples it will never take, such as older than it keeps
   * @param why it says so; empty if it took all
   */
  record Taken(long leftOut, long refused, String why) implements Delivery {
    /** With nothing left out and nothing refused. */
    public static final Taken ALL = new Taken(0, 0, "");

    /** With nothing left out. */
    public Taken(long refused, String why) {
      this(0, refused, why);
    }
  }

  /**
   * It has not, or not for sure; to be tried again.
   *
   * @param cause what was tried and what came back
   * @param next what to do
   */
  record Failed(String cause, String next) implements Delivery {}
}
