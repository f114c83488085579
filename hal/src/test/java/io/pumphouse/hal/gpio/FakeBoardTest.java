package io.pumphouse.hal.gpio;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.gpio.Board.Done;
import io.pumphouse.hal.gpio.Board.Failed;
import io.pumphouse.hal.line.FakeTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class FakeBoardTest implements BoardContract {
  private final FakeTime time = new FakeTime();
  private final FakeBoard board = new FakeBoard(time);

  @Override
  public Board board() {
    return board;
  }

  @Override
  public boolean isHigh(int bcm) {
    return board.isHigh(bcm);
  }

  @Override
  public void drive(int bcm, boolean isHigh) {
    board.drive(bcm, isHigh);
  }

  @Override
  public void advance(Duration passed) {
    time.advance(passed);
  }

  @Test
  void aBoardThatBreaksDownFailsUntilItIsMended() {
    board.open(PLAIN, (_, _, _) -> {});
    board.set(Output.SG_READY_A, true);

    board.breakDown("gone", "look for it");

    assertThat(board.isHigh(RELAY)).isFalse();
    assertThat(board.set(Output.SG_READY_A, true)).isEqualTo(new Failed("gone", "look for it"));
    assertThat(board.open(PLAIN, (_, _, _) -> {})).isEqualTo(new Failed("gone", "look for it"));
    board.mend();
    assertThat(board.open(PLAIN, (_, _, _) -> {})).isEqualTo(new Done());
  }
}
