package io.pumphouse.agent.backup;

import io.pumphouse.web.model.RunOutcome;
import io.pumphouse.web.model.RunPhase;

/** What can happen to a run. Immutable. */
sealed interface RunEvent {
  /** The tool began this part of its work. */
  record Entered(RunPhase phase) implements RunEvent {}

  record PauseAsked() implements RunEvent {}

  /** The tool has stopped, as it was asked for a pause. */
  record Stopped() implements RunEvent {}

  record ResumeAsked() implements RunEvent {}

  record Finished(RunOutcome outcome) implements RunEvent {}
}
