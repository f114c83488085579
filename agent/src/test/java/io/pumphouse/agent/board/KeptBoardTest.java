package io.pumphouse.agent.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.gpio.Board;
import io.pumphouse.hal.gpio.FakeBoard;
import io.pumphouse.hal.gpio.Input;
import io.pumphouse.hal.gpio.Output;
import io.pumphouse.hal.gpio.Pin;
import io.pumphouse.hal.gpio.Pinout;
import io.pumphouse.hal.line.FakeTime;
import io.pumphouse.web.model.Health.Check;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class KeptBoardTest {
  private static final Pinout PINOUT = new Pinout(Map.of(Input.S0_METER, new Pin(24, true)));

  private final FakeTime time = new FakeTime();
  private final FakeBoard board = new FakeBoard(time);
  private final List<Board.Outcome> told = new ArrayList<>();
  private final KeptBoard kept =
      new KeptBoard(() -> board, PINOUT, (_, _, _) -> {}, told::add, time.nanos());

  private final KeptBoard lit =
      new KeptBoard(
          () -> board,
          new Pinout(Map.of(Output.STATUS_LAMP, new Pin(23, false))),
          (_, _, _) -> {},
          told::add,
          time.nanos());

  private void live(Duration span) {
    for (long second = 0; second < span.toSeconds(); second++) {
      kept.beat(time.nanos());
      time.advance(Duration.ofSeconds(1));
    }
  }

  @Test
  void aBoardThatOpensIsWellAndLeftAlone() {
    live(Duration.ofMinutes(5));

    assertThat(kept.check()).isEqualTo(Check.well("board", "holds gpio 24 active-low"));
    assertThat(told).containsExactly(new Board.Done());
  }

  @Test
  void aBoardThatDoesNotOpenSaysWhyAndIsTriedEveryHalfMinute() {
    board.breakDown("no chip", "buy one");

    live(Duration.ofMinutes(2));

    assertThat(kept.check()).isEqualTo(Check.degraded("board", "no chip", "buy one"));
    assertThat(told).hasSize(4).containsOnly(new Board.Failed("no chip", "buy one"));
  }

  @Test
  void whatAnOutputDoesIsKnownOnlyWhileTheBoardIsOpen() {
    assertThat(lit.level(Output.STATUS_LAMP)).isEmpty();
    lit.beat(time.nanos());
    lit.set(Output.STATUS_LAMP, true);
    assertThat(lit.level(Output.STATUS_LAMP)).isEqualTo("on");

    board.breakDown("gone", "look for it");
    lit.set(Output.STATUS_LAMP, false);

    assertThat(lit.level(Output.STATUS_LAMP)).isEmpty();
  }

  @Test
  void itHealsByItself() {
    board.breakDown("no chip", "buy one");
    live(Duration.ofMinutes(1));

    board.mend();
    live(Duration.ofSeconds(31));

    assertThat(kept.check().isWell()).isTrue();
  }
}
