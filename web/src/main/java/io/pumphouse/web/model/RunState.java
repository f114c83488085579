package io.pumphouse.web.model;

/** Where a run stands. A paused run has no outcome yet. Immutable. */
public sealed interface RunState {
  /** It waits for its turn. */
  record Pending() implements RunState {}

  record Running(RunPhase phase) implements RunState {}

  /** It was asked to pause, and the tool has not stopped yet. */
  record Pausing() implements RunState {}

  /** It goes on when somebody resumes it. */
  record Paused() implements RunState {}

  record Ended(RunOutcome outcome) implements RunState {}

  /** The word in the API: the state, or the outcome once ended. */
  default String word() {
    return switch (this) {
      case Pending _ -> "pending";
      case Running _ -> "running";
      case Pausing _ -> "pausing";
      case Paused _ -> "paused";
      case Ended(RunOutcome outcome) -> outcome.word();
    };
  }

  /** Whether this is the last state of the run. */
  default boolean isEnded() {
    return this instanceof Ended;
  }
}
