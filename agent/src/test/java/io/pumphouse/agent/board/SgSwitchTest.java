package io.pumphouse.agent.board;

import static io.pumphouse.web.model.SgReady.BLOCKED;
import static io.pumphouse.web.model.SgReady.FORCED;
import static io.pumphouse.web.model.SgReady.NORMAL;
import static io.pumphouse.web.model.SgReady.RECOMMENDED;
import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.gpio.FakeBoard;
import io.pumphouse.hal.gpio.Output;
import io.pumphouse.hal.gpio.Pin;
import io.pumphouse.hal.gpio.Pinout;
import io.pumphouse.hal.line.FakeTime;
import io.pumphouse.web.model.Pins.Done;
import io.pumphouse.web.model.Pins.Ordered;
import io.pumphouse.web.model.Pins.Reason;
import io.pumphouse.web.model.Pins.Refused;
import io.pumphouse.web.model.Pins.State;
import io.pumphouse.web.model.SgReady;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SgSwitchTest {
  private static final int A = 17;
  private static final int B = 27;
  private static final Pinout PINOUT =
      new Pinout(
          Map.of(Output.SG_READY_A, new Pin(A, false), Output.SG_READY_B, new Pin(B, false)));

  private final FakeTime time = new FakeTime();
  private final FakeBoard pins = new FakeBoard(time);
  private final KeptBoard board =
      new KeptBoard(() -> pins, PINOUT, (_, _, _) -> {}, _ -> {}, time.nanos());
  private final List<SgChange> changes = new ArrayList<>();
  private final SgSwitch relays = new SgSwitch(board, changes::add, time);

  @BeforeEach
  void open() {
    board.beat(time.nanos());
    relays.opened();
    time.advance(SgSwitch.DWELL);
  }

  private Ordered order(SgReady wanted) {
    return relays.order(wanted, "anna", "sun");
  }

  @ParameterizedTest
  @CsvSource({
    "BLOCKED, true, false",
    "NORMAL, false, false",
    "RECOMMENDED, false, true",
    "FORCED, true, true"
  })
  void eachStateIsTwoContacts(SgReady state, boolean isA, boolean isB) {
    assertThat(order(state)).isEqualTo(new Done(NORMAL, state));

    assertThat(pins.isHigh(A)).isEqualTo(isA);
    assertThat(pins.isHigh(B)).isEqualTo(isB);
    assertThat(relays.stand().state()).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource({"BLOCKED, RECOMMENDED", "RECOMMENDED, BLOCKED", "FORCED, NORMAL", "FORCED, BLOCKED"})
  void everyStateCanFollowEveryOther(SgReady first, SgReady second) {
    order(first);
    time.advance(SgSwitch.DWELL);

    assertThat(order(second)).isEqualTo(new Done(first, second));
    assertThat(pins.isHigh(A)).isEqualTo(second.isA());
    assertThat(pins.isHigh(B)).isEqualTo(second.isB());
  }

  @Test
  void everyStateStandsForAMinute() {
    order(FORCED);
    time.advance(Duration.ofSeconds(48).plusMillis(500));

    assertThat(order(NORMAL))
        .isEqualTo(
            new Refused(
                Reason.TOO_SOON,
                "SG Ready has been 4 forced for 48 s, and every state stands for 60",
                "try again in 12 s"));
    time.advance(Duration.ofMillis(11_500));
    assertThat(order(NORMAL)).isEqualTo(new Done(FORCED, NORMAL));
  }

  @Test
  void theMinuteBeginsWithTheBoardToo() {
    relays.opened();

    assertThat(order(FORCED)).isInstanceOf(Refused.class);
  }

  @Test
  void whatIsSoAlreadyIsNoChange() {
    order(FORCED);

    assertThat(order(FORCED)).isEqualTo(new Done(FORCED, FORCED));
    assertThat(changes).containsExactly(new SgChange(NORMAL, FORCED, "anna", "sun"));
  }

  @Test
  void itIsKnownSinceWhenByWhomAndWhy() {
    assertThat(relays.stand())
        .isEqualTo(new State(NORMAL, SgSwitch.DWELL, "the agent", "it opened the board"));
    order(FORCED);
    time.advance(Duration.ofSeconds(5));

    assertThat(relays.stand()).isEqualTo(new State(FORCED, Duration.ofSeconds(5), "anna", "sun"));
  }

  @Test
  void aReasonThatCannotBeShownOrIsTooLongIsKeptAsFarAsItCan() {
    relays.order(FORCED, "anna", "\u001b[2J" + "x".repeat(999));

    assertThat(relays.stand().why()).startsWith("\uFFFD[2J").hasSize(401).endsWith("…");
  }

  @Test
  void noPumpIsBlockedForMoreThanTwoHours() {
    order(BLOCKED);
    time.advance(SgSwitch.LONGEST_BLOCK.minusNanos(1));
    relays.beat(time.nanos());
    assertThat(relays.stand().state()).isEqualTo(BLOCKED);

    time.advance(Duration.ofNanos(1));
    relays.beat(time.nanos());

    assertThat(relays.stand().state()).isEqualTo(NORMAL);
    assertThat(pins.isHigh(A)).isFalse();
    assertThat(changes).last().extracting(SgChange::who).isEqualTo("the agent");
  }

  @Test
  void whatCannotBeSwitchedIsRefusedAndTheRelaysRestWhenTheBoardIsBack() {
    order(RECOMMENDED);
    time.advance(SgSwitch.DWELL);
    pins.breakDown("gone", "look for it");

    assertThat(order(FORCED)).isEqualTo(new Refused(Reason.OUT_OF_ORDER, "gone", "look for it"));
    pins.mend();
    board.beat(time.nanos());
    relays.opened();

    assertThat(relays.stand().state()).isEqualTo(NORMAL);
    assertThat(pins.isHigh(B)).isFalse();
    assertThat(changes)
        .last()
        .isEqualTo(new SgChange(RECOMMENDED, NORMAL, "the agent", "the board was out of order"));
  }

  @Test
  void atTheEndBothRelaysRestWhateverTheMinuteSays() {
    order(FORCED);

    relays.end();

    assertThat(pins.isHigh(A)).isFalse();
    assertThat(pins.isHigh(B)).isFalse();
    assertThat(changes).last().isEqualTo(new SgChange(FORCED, NORMAL, "the agent", "it stops"));
  }
}
