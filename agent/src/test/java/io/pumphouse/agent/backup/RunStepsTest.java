package io.pumphouse.agent.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.backup.RunEvent.Entered;
import io.pumphouse.agent.backup.RunEvent.Finished;
import io.pumphouse.agent.backup.RunEvent.PauseAsked;
import io.pumphouse.agent.backup.RunEvent.ResumeAsked;
import io.pumphouse.agent.backup.RunEvent.Stopped;
import io.pumphouse.web.model.RunOutcome;
import io.pumphouse.web.model.RunPhase;
import io.pumphouse.web.model.RunState;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class RunStepsTest {
  private static final List<RunEvent> EVENTS =
      Stream.<RunEvent>concat(
              Stream.of(
                  new Entered(RunPhase.COPY), new PauseAsked(), new Stopped(), new ResumeAsked()),
              Arrays.stream(RunOutcome.values()).map(outcome -> new Finished(outcome)))
          .toList();

  @ParameterizedTest
  @EnumSource
  void anEndedRunStaysAsItEnded(RunOutcome outcome) {
    assertThat(EVENTS)
        .allSatisfy(
            event -> assertThat(RunSteps.next(new RunState.Ended(outcome), event)).isEmpty());
  }

  @Test
  void aRunThatNeverRanCannotSucceed() {
    for (RunState idle : List.of(new RunState.Pending(), new RunState.Paused())) {
      assertThat(RunSteps.next(idle, new Finished(RunOutcome.SUCCEEDED))).isEmpty();
      assertThat(RunSteps.next(idle, new Finished(RunOutcome.WARNED))).isEmpty();
    }
  }

  @Test
  void aPauseIsAskedForThenReached() {
    RunState pausing =
        RunSteps.next(new RunState.Running(RunPhase.COPY), new PauseAsked()).orElseThrow();
    assertThat(pausing).isEqualTo(new RunState.Pausing());
    assertThat(RunSteps.next(pausing, new Stopped())).contains(new RunState.Paused());
  }

  @Test
  void aToolThatEndsBeforeItHearsOfThePauseHasEnded() {
    assertThat(RunSteps.next(new RunState.Pausing(), new Finished(RunOutcome.SUCCEEDED)))
        .contains(new RunState.Ended(RunOutcome.SUCCEEDED));
  }

  @Test
  void aPausedRunWaitsForItsTurnAgain() {
    assertThat(RunSteps.next(new RunState.Paused(), new ResumeAsked()))
        .contains(new RunState.Pending());
  }

  @Test
  void onlyAPausedRunCanBeResumed() {
    for (RunState state :
        List.of(
            new RunState.Pending(), new RunState.Running(RunPhase.SCAN), new RunState.Pausing())) {
      assertThat(RunSteps.next(state, new ResumeAsked())).isEmpty();
    }
  }
}
