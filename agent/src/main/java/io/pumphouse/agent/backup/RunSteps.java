package io.pumphouse.agent.backup;

import io.pumphouse.web.model.RunOutcome;
import io.pumphouse.web.model.RunState;
import io.pumphouse.web.model.RunState.Ended;
import io.pumphouse.web.model.RunState.Paused;
import io.pumphouse.web.model.RunState.Pausing;
import io.pumphouse.web.model.RunState.Pending;
import io.pumphouse.web.model.RunState.Running;
import java.util.Optional;

/** Which state follows which. Pure. */
final class RunSteps {
  private RunSteps() {}

  /** The next state, or empty where this cannot happen: an ended run stays as it ended. */
  static Optional<RunState> next(RunState now, RunEvent event) {
    return switch (now) {
      case Pending _ -> fromPending(event);
      case Running _ -> fromRunning(event);
      case Pausing _ -> fromPausing(event);
      case Paused _ -> fromPaused(event);
      case Ended _ -> Optional.empty();
    };
  }

  private static Optional<RunState> fromPending(RunEvent event) {
    return switch (event) {
      case RunEvent.Entered(var phase) -> Optional.of(new Running(phase));
      case RunEvent.PauseAsked _ -> Optional.of(new Paused());
      case RunEvent.Finished(var outcome) ->
          Optional.of(outcome)
              .filter(it -> it != RunOutcome.SUCCEEDED && it != RunOutcome.WARNED)
              .map(Ended::new);
      case RunEvent.Stopped _, RunEvent.ResumeAsked _ -> Optional.empty();
    };
  }

  private static Optional<RunState> fromRunning(RunEvent event) {
    return switch (event) {
      case RunEvent.Entered(var phase) -> Optional.of(new Running(phase));
      case RunEvent.PauseAsked _ -> Optional.of(new Pausing());
      case RunEvent.Finished(var outcome) -> Optional.of(new Ended(outcome));
      case RunEvent.Stopped _, RunEvent.ResumeAsked _ -> Optional.empty();
    };
  }

  /** The tool may have come to its end before it heard that it should stop. */
  private static Optional<RunState> fromPausing(RunEvent event) {
    return switch (event) {
      case RunEvent.Stopped _ -> Optional.of(new Paused());
      case RunEvent.Finished(var outcome) -> Optional.of(new Ended(outcome));
      case RunEvent.Entered _, RunEvent.PauseAsked _, RunEvent.ResumeAsked _ -> Optional.empty();
    };
  }

  private static Optional<RunState> fromPaused(RunEvent event) {
    return switch (event) {
      case RunEvent.ResumeAsked _ -> Optional.of(new Pending());
      case RunEvent.Finished(var outcome) ->
          Optional.of(outcome).filter(it -> it == RunOutcome.CANCELLED).map(Ended::new);
      case RunEvent.Entered _, RunEvent.PauseAsked _, RunEvent.Stopped _ -> Optional.empty();
    };
  }
}
