package io.pumphouse.agent.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pumphouse.hal.pump.Link;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.web.model.Health.Check;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FeedTest {
  private static final Batch BATCH =
      new Batch(new PumpId("house"), new Link.Up(), Duration.ZERO, List.of(), true);

  private final List<Batch> heard = new ArrayList<>();

  private static final class Stumbler implements Subscriber {
    @Override
    public void offer(Batch batch) {
      throw new IllegalStateException("no room for " + batch.pump());
    }
  }

  @Test
  void whoThrowsDoesNotKeepTheBatchFromTheNext() {
    new Feed(List.of(new Stumbler(), heard::add)).publish(BATCH);

    assertThat(heard).containsExactly(BATCH);
  }

  @Test
  void theHealthBoardSaysWhoLostHowManyAndWhy() {
    Feed feed = new Feed(List.of(heard::add, new Stumbler()));
    feed.publish(BATCH);
    feed.publish(BATCH);

    assertThat(feed.checks())
        .singleElement()
        .satisfies(check -> assertThat(check.isWell()).isFalse())
        .extracting(Check::cause)
        .asString()
        .isEqualTo(
            "Stumbler lost 2 batches by a bug, the last by"
                + " java.lang.IllegalStateException: no room for house");
  }

  @Test
  void allIsWellAsLongAsEverybodyTakesWhatIsOffered() {
    Feed feed = new Feed(List.of(heard::add));
    feed.publish(BATCH);

    assertThat(feed.checks()).allMatch(Check::isWell);
  }

  /** Nothing that follows it can be trusted; the poller ends the bus and says so. */
  @Test
  void anErrorIsNotHeldBack() {
    Feed feed =
        new Feed(
            List.of(
                _ -> {
                  throw new OutOfMemoryError("as if");
                }));

    assertThatThrownBy(() -> feed.publish(BATCH)).isInstanceOf(OutOfMemoryError.class);
  }
}
