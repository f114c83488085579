package io.pumphouse.agent.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.gpio.FakeBoard;
import io.pumphouse.hal.gpio.Output;
import io.pumphouse.hal.gpio.Pin;
import io.pumphouse.hal.gpio.Pinout;
import io.pumphouse.hal.line.FakeTime;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The lamp and the contact. */
final class SignalsTest {
  private static final int LAMP = 23;
  private static final int CONTACT = 22;
  private static final Pinout PINOUT =
      new Pinout(
          Map.of(
              Output.STATUS_LAMP, new Pin(LAMP, false),
              Output.ALARM_CONTACT, new Pin(CONTACT, false)));

  private final FakeTime time = new FakeTime();
  private final FakeBoard pins = new FakeBoard(time);
  private final KeptBoard board =
      new KeptBoard(() -> pins, PINOUT, (_, _, _) -> {}, _ -> {}, time.nanos());
  private boolean isWell = true;
  private boolean isAlarm;
  private int looks;
  private final StatusLamp lamp = new StatusLamp(board, this::look, time.nanos());
  private final AlarmContact contact = new AlarmContact(board, () -> isAlarm, time.nanos());

  @BeforeEach
  void open() {
    board.beat(time.nanos());
  }

  private boolean look() {
    looks++;
    return isWell;
  }

  private void contactLooks() {
    time.advance(AlarmContact.LOOK_EVERY);
    contact.beat(time.nanos());
  }

  /** How often the lamp goes on or off in ten seconds. */
  private int changes() {
    int changes = 0;
    for (int i = 0; i < 40; i++) {
      boolean before = pins.isHigh(LAMP);
      lamp.beat(time.nanos());
      changes += before == pins.isHigh(LAMP) ? 0 : 1;
      time.advance(StatusLamp.FAST);
    }
    return changes;
  }

  @Test
  void slowIsWell() {
    assertThat(changes()).isEqualTo(10);
  }

  @Test
  void fastIsFault() {
    isWell = false;

    assertThat(changes()).isEqualTo(40);
  }

  @Test
  void theLampHearsOfTroubleWithinTenSecondsAndAsksNoMoreOftenThanThat() {
    changes();
    assertThat(looks).isEqualTo(1);

    isWell = false;

    assertThat(changes()).isEqualTo(40);
    assertThat(looks).isEqualTo(2);
  }

  @Test
  void aClosedBoardLeavesTheLampDark() {
    lamp.beat(time.nanos());
    assertThat(pins.isHigh(LAMP)).isTrue();

    board.end();

    assertThat(pins.isHigh(LAMP)).isFalse();
  }

  @Test
  void theContactFollowsTheAlarms() {
    contactLooks();
    assertThat(pins.isHigh(CONTACT)).isFalse();

    isAlarm = true;
    contactLooks();
    assertThat(pins.isHigh(CONTACT)).isTrue();

    isAlarm = false;
    contactLooks();
    assertThat(pins.isHigh(CONTACT)).isFalse();
  }

  @Test
  void theContactClosesAgainWhenABrokenBoardIsBack() {
    isAlarm = true;
    contactLooks();
    pins.breakDown("gone", "look for it");
    board.set(Output.STATUS_LAMP, true);
    contactLooks();
    assertThat(pins.isHigh(CONTACT)).isFalse();

    pins.mend();
    time.advance(Duration.ofSeconds(31));
    board.beat(time.nanos());
    contactLooks();

    assertThat(pins.isHigh(CONTACT)).isTrue();
  }
}
