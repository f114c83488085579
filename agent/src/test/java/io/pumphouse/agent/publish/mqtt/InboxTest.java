package io.pumphouse.agent.publish.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whoever publishes too often fills nobody's memory. */
final class InboxTest {
  @Test
  void whatDoesNotFitIsLeftAndTheNextLookBeginsAnew() {
    Inbox inbox = new Inbox();
    IntStream.range(0, 1_000).forEach(i -> inbox.add(new Message("a/set", "" + i, false)));
    assertThat(inbox.isFull()).isTrue();
    assertThat(inbox.take()).hasSize(50).first().extracting(Message::text).isEqualTo("0");

    assertThat(inbox.isFull()).isFalse();
    assertThat(inbox.take()).isEmpty();
  }
}
