package io.pumphouse.agent.store;

import static io.pumphouse.agent.store.pack.Samples.NOON;
import static io.pumphouse.agent.store.pack.Samples.at;
import static io.pumphouse.agent.store.pack.Samples.batch;
import static io.pumphouse.agent.store.pack.Samples.reading;
import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.poll.Batch;
import org.junit.jupiter.api.Test;

final class PendingTest {
  private final Pending pending = new Pending(5);

  @Test
  void holdsWhatCameInOrder() {
    pending.add(pair(1));
    pending.add(pair(2));

    assertThat(pending.held().batches()).containsExactly(pair(1), pair(2));
    assertThat(pending.dropped()).isZero();
  }

  @Test
  void oldestGoWhenThereIsNoRoomAndAreCounted() {
    for (int i = 1; i <= 4; i++) {
      pending.add(pair(i));
    }

    assertThat(pending.held().batches()).containsExactly(pair(3), pair(4));
    assertThat(pending.dropped()).isEqualTo(4);
  }

  @Test
  void whatIsSavedIsForgottenAndWhatCameMeanwhileStays() {
    pending.add(pair(1));
    Pending.Held held = pending.held();
    pending.add(pair(2));

    pending.saved(held);

    assertThat(pending.held().batches()).containsExactly(pair(2));
  }

  @Test
  void whatWasDroppedWhileItWasBeingSavedIsNotLost() {
    pending.add(pair(1));
    pending.add(pair(2));
    Pending.Held held = pending.held();
    pending.add(pair(3));
    assertThat(pending.dropped()).isEqualTo(2);

    pending.saved(held);

    assertThat(pending.dropped()).isZero();
    assertThat(pending.held().batches()).containsExactly(pair(3));
  }

  private static Batch pair(int raw) {
    return batch(reading("a", at(NOON, raw), raw), reading("b", at(NOON, raw), raw));
  }
}
