package io.pumphouse.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.web.model.JobAnswer;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class ErrandTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  private final BlockingQueue<JobAnswer> word = new LinkedBlockingQueue<>();
  private final BlockingQueue<JobAnswer> done = new LinkedBlockingQueue<>();

  private JobAnswer waiting() {
    try {
      JobAnswer answer = word.take();
      done.add(answer);
      return answer;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whatIsDoneInTimeIsAnswered() {
    JobAnswer sound = new JobAnswer.Done("sound");
    assertThat(Errand.begin(LONG, () -> sound)).contains(sound);
  }

  @Test
  void whatTakesLongerGoesOnToItsEnd() throws InterruptedException {
    assertThat(Errand.begin(Duration.ofMillis(1), this::waiting)).isEmpty();
    JobAnswer sound = new JobAnswer.Done("sound");
    word.add(sound);
    assertThat(done.poll(LONG.toSeconds(), TimeUnit.SECONDS)).isEqualTo(sound);
  }

  @Test
  void aMistakeOfTheAgentIsToldAsSuch() {
    JobAnswer answer =
        Errand.begin(
                LONG,
                () -> {
                  throw new IllegalStateException("a bug");
                })
            .orElseThrow();
    assertThat(answer).asString().contains("a fault of the agent", "a bug");
  }
}
