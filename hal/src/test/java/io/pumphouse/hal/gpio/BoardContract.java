package io.pumphouse.hal.gpio;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.gpio.Board.Done;
import io.pumphouse.hal.gpio.Board.Failed;
import io.pumphouse.hal.gpio.Board.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every board promises, fake or Pi4J's. */
interface BoardContract {
  int RELAY = 17;
  int LAMP = 23;
  int METER = 24;
  Pinout PLAIN =
      new Pinout(
          Map.of(
              Output.SG_READY_A, new Pin(RELAY, false),
              Output.STATUS_LAMP, new Pin(LAMP, true),
              Input.S0_METER, new Pin(METER, false)));
  Pinout INVERTED = new Pinout(Map.of(Input.S0_METER, new Pin(METER, true)));

  /** A change that was heard. */
  record Heard(Input input, boolean isActive, long nanos) {}

  /** A board that is not open yet. */
  Board board();

  /** Whether this pin, one of the outputs last taken, is high; also after it was let go of. */
  boolean isHigh(int bcm);

  /** Makes an input high or low from outside. */
  void drive(int bcm, boolean isHigh);

  /** Lets time pass. */
  void advance(Duration passed);

  private List<Heard> open(Pinout pinout) {
    List<Heard> heard = new ArrayList<>();
    Outcome outcome =
        board()
            .open(pinout, (input, isActive, nanos) -> heard.add(new Heard(input, isActive, nanos)));
    assertThat(outcome).isEqualTo(new Done());
    return heard;
  }

  @Test
  default void outputsBeginAtRest() {
    open(PLAIN);

    assertThat(isHigh(RELAY)).isFalse();
    assertThat(isHigh(LAMP)).as("active low").isTrue();
  }

  @Test
  default void anOutputIsSwitchedOnAndOff() {
    open(PLAIN);

    assertThat(board().set(Output.SG_READY_A, true)).isEqualTo(new Done());
    assertThat(isHigh(RELAY)).isTrue();
    assertThat(board().set(Output.SG_READY_A, false)).isEqualTo(new Done());
    assertThat(isHigh(RELAY)).isFalse();
  }

  @Test
  default void anActiveLowOutputIsOnWhileItIsLow() {
    open(PLAIN);

    board().set(Output.STATUS_LAMP, true);

    assertThat(isHigh(LAMP)).isFalse();
  }

  @Test
  default void anOutputThatIsNotInThePinoutCannotBeSwitched() {
    open(PLAIN);

    assertThat(board().set(Output.ALARM_CONTACT, true)).isInstanceOf(Failed.class);
  }

  @Test
  default void everyChangeOfAnInputIsHeardWithItsTime() {
    List<Heard> heard = open(PLAIN);

    advance(Duration.ofSeconds(1));
    drive(METER, true);
    advance(Duration.ofMillis(40));
    drive(METER, false);

    assertThat(heard)
        .containsExactly(
            new Heard(Input.S0_METER, true, 1_000_000_000),
            new Heard(Input.S0_METER, false, 1_040_000_000));
  }

  @Test
  default void anActiveLowInputIsActiveWhileItIsLow() {
    drive(METER, true);
    List<Heard> heard = open(INVERTED);
    drive(METER, true);

    drive(METER, false);

    assertThat(heard).last().extracting(Heard::isActive).isEqualTo(true);
  }

  @Test
  default void closingPutsOutputsAtRest() {
    open(PLAIN);
    board().set(Output.SG_READY_A, true);
    board().set(Output.STATUS_LAMP, true);

    board().close();

    assertThat(isHigh(RELAY)).isFalse();
    assertThat(isHigh(LAMP)).isTrue();
  }

  @Test
  default void whatIsClosedCanNeitherBeSwitchedNorHeard() {
    List<Heard> heard = open(PLAIN);

    board().close();
    board().close();
    drive(METER, true);

    assertThat(board().set(Output.SG_READY_A, true))
        .isEqualTo(new Failed("sg-ready.a: the board is not open", "see: pumphouse status"));
    assertThat(heard).isEmpty();
  }

  @Test
  default void openingAgainLetsGoOfWhatWasTaken() {
    List<Heard> before = open(PLAIN);
    board().set(Output.SG_READY_A, true);

    List<Heard> after = open(PLAIN);
    drive(METER, true);

    assertThat(isHigh(RELAY)).isFalse();
    assertThat(before).isEmpty();
    assertThat(after).hasSize(1);
  }
}
