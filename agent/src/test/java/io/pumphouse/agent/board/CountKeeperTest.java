package io.pumphouse.agent.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.gpio.Input;
import io.pumphouse.hal.gpio.PulseMeter;
import io.pumphouse.hal.gpio.PulseTerms;
import io.pumphouse.hal.line.FakeTime;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.Reading;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CountKeeperTest {
  private static final PumpId HOUSE = new PumpId("house");

  private final FakeTime time = new FakeTime();
  private final Scrap memory = new Scrap();
  private final PulseMeter meter = new PulseMeter(new PulseTerms(1000, 50_000), time);
  private final CountKeeper keeper = new CountKeeper(HOUSE, meter, memory, time.nanos());

  /** One pulse each second for so long, and a beat with each. */
  private void live(Duration span) {
    for (long second = 0; second < span.toSeconds(); second++) {
      meter.edge(Input.S0_METER, true, time.nanos());
      time.advance(Duration.ofMillis(100));
      meter.edge(Input.S0_METER, false, time.nanos());
      time.advance(Duration.ofMillis(900));
      keeper.beat(time.nanos());
    }
  }

  @Test
  void theCountIsKeptEveryFiveMinutesAndAtTheEnd() {
    live(Duration.ofMinutes(11));
    assertThat(memory.written).hasSize(2);

    keeper.end();

    assertThat(memory.written).hasSize(3).last().isEqualTo(660_000L);
  }

  @Test
  void whatDidNotChangeIsNotWritten() {
    live(Duration.ofSeconds(301));
    int before = memory.written.size();

    for (int i = 0; i < 100; i++) {
      time.advance(Duration.ofMinutes(1));
      keeper.beat(time.nanos());
    }
    keeper.end();

    assertThat(memory.written.size() - before).isLessThanOrEqualTo(1);
  }

  @Test
  void theNextRunGoesOnWhereTheLastWasKept() {
    memory.written.add(41_000_000L);

    keeper.beat(time.nanos());
    meter.begin();

    assertThat(meter.read(List.of(PulseMeter.ENERGY)).getFirst())
        .isEqualTo(new Reading(PulseMeter.ENERGY, time.now(), 41_000));
  }

  @Test
  void whileTheDiskRefusesNothingIsLostButTime() {
    memory.isRefusing = true;
    live(Duration.ofMinutes(1));
    memory.isRefusing = false;
    memory.written.add(5_000L);

    live(Duration.ofMinutes(6));
    keeper.end();

    assertThat(memory.written).last().isEqualTo(5_000L + 7 * 60_000L);
  }

  /** It would take the place of what was counted for years. */
  @Test
  void aCountThatWasNeverResumedIsNotKept() {
    memory.isRefusing = true;
    live(Duration.ofMinutes(1));
    memory.isRefusing = false;

    keeper.end();

    assertThat(memory.written).isEmpty();
  }
}
