package io.pumphouse.agent.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.config.GpioConfig;
import io.pumphouse.agent.config.GpioConfig.Metering;
import io.pumphouse.hal.gpio.Board;
import io.pumphouse.hal.gpio.FakeBoard;
import io.pumphouse.hal.gpio.Input;
import io.pumphouse.hal.gpio.Pin;
import io.pumphouse.hal.gpio.Pinout;
import io.pumphouse.hal.gpio.PulseMeter;
import io.pumphouse.hal.gpio.PulseTerms;
import io.pumphouse.hal.line.FakeTime;
import io.pumphouse.hal.pump.Meter;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.Sample;
import io.pumphouse.web.model.Pins.Reason;
import io.pumphouse.web.model.Pins.Refused;
import io.pumphouse.web.model.Pins.Report;
import io.pumphouse.web.model.Pins.Seat;
import io.pumphouse.web.model.SgReady;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

final class BoardRoomTest {
  private static final PumpId HOUSE = new PumpId("house");
  private static final GpioConfig METERED =
      new GpioConfig(
          new Pinout(Map.of(Input.S0_METER, new Pin(24, false))),
          Set.of(new Metering(HOUSE, new PulseTerms(1000, 50_000))));

  private final FakeTime time = new FakeTime();
  private final FakeBoard board = new FakeBoard(time);
  private final Scrap memory = new Scrap();
  private final List<SgChange> changes = new ArrayList<>();

  @Test
  void whereNoPinIsNamedNoBoardIsTouched() {
    Supplier<Board> none =
        () -> {
          throw new AssertionError("a board was asked for");
        };
    try (BoardRoom room = new BoardRoom(GpioConfig.NONE, none, memory, changes::add, time)) {
      room.start(() -> true, () -> false);

      assertThat(room.checks()).isEmpty();
      assertThat(room.meters()).isEmpty();
      assertThat(room.report()).isEqualTo(Report.NONE);
      assertThat(room.order(SgReady.FORCED, "anna", "sun"))
          .isInstanceOfSatisfying(
              Refused.class, no -> assertThat(no.reason()).isEqualTo(Reason.NOT_WIRED));
    }
  }

  @Test
  void pulsesOfTheBoardBecomeReadingsAndAreKeptAtTheEnd() throws InterruptedException {
    CountDownLatch asked = new CountDownLatch(1);
    Supplier<Board> boards =
        () -> {
          asked.countDown();
          return board;
        };
    try (BoardRoom room = new BoardRoom(METERED, boards, memory, changes::add, time)) {
      room.start(() -> true, () -> false);
      assertThat(asked.await(5, TimeUnit.SECONDS)).isTrue();
      Meter meter = Objects.requireNonNull(room.meters().get(HOUSE));
      while (!(energy(meter) instanceof Reading)) {
        Thread.onSpinWait(); // the first beat resumes the count
      }
      board.drive(24, true);

      assertThat(energy(meter)).isEqualTo(new Reading(PulseMeter.ENERGY, time.now(), 1));
      assertThat(room.report().seats())
          .containsExactly(new Seat("s0-meter", 24, false, "", "house"));
      assertThat(room.report().board().isWell()).isTrue();
      assertThat(room.checks()).singleElement().matches(check -> check.isWell());
    }
    assertThat(memory.written).containsExactly(1_000L);
  }

  private static Sample energy(Meter meter) {
    return meter.read(List.of(PulseMeter.ENERGY)).getFirst();
  }
}
