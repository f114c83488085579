package io.pumphouse.agent.health;

/**
 * A part without which the agent only seems to be alive: a poll loop, a writer, the dashboard. It
 * judges itself by its own expected pace: slow is no offence, standing still is. Thread-safe;
 * answers within seconds.
 */
public interface Lifeline {
  /** What a technician calls it: {@code bus /dev/ttyUSB0}. */
  String name();

  /** How it moves now. */
  Movement movement();

  /** Whether a part moves. */
  sealed interface Movement {}

  /**
   * Not in service yet, but on the way.
   *
   * @param with what takes the time: {@code opening readings.db}
   */
  record Beginning(String with) implements Movement {}

  /** It comes round, or rests until its next turn. */
  record Moving() implements Movement {}

  /**
   * It does not move any more, and nothing in the agent will change that.
   *
   * @param how as it goes on after the name: {@code has not come round for 75 s}
   */
  record Stuck(String how) implements Movement {}
}
