package io.pumphouse.agent.store.roll;

/** Steps of time without gaps between them, in milliseconds since 1970. Immutable. */
public sealed interface Ruler permits EvenRuler, DayRuler {
  /** How many steps there are. */
  int steps();

  /** Where a step begins, counted from 0; that of {@link #steps()} is the end of all. */
  long start(int step);

  /** The step that a time is in; outside 0 to {@link #steps()} - 1 if it is in none. */
  int stepAt(long wall);

  /** Where the first step begins. */
  default long from() {
    return start(0);
  }

  /** Where the last step ends. */
  default long to() {
    return start(steps());
  }
}
