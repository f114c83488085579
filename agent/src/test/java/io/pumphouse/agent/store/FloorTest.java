package io.pumphouse.agent.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.store.Floor.Space;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class FloorTest {
  @Test
  void howMuchIsFreeIsToldAsItIsNow() {
    AtomicLong free = new AtomicLong(99);
    Floor floor = new Floor(free::get, 100);
    assertThat(floor.space()).isEqualTo(new Space.Low(99, 100));

    free.set(12);
    assertThat(floor.space()).isEqualTo(new Space.Low(12, 100));

    free.set(100);
    assertThat(floor.space()).isEqualTo(new Space.Enough());
  }
}
