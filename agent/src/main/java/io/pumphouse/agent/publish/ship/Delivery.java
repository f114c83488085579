package io.pumphouse.agent.publish.ship;

/** What came of sending. Immutable. */
public sealed interface Delivery {
  /**
   * The receiver has it.
   *
   * @param refused how many samples it will never take, such as older than it keeps
   * @param why it says so; empty if it took all
   */
  record Taken(long refused, String why) implements Delivery {
    /** With nothing refused. */
    public static final Taken ALL = new Taken(0, "");
  }

  /**
   * It has not, or not for sure; to be tried again.
   *
   * @param cause what was tried and what came back
   * @param next what to do
   */
  record Failed(String cause, String next) implements Delivery {}
}
