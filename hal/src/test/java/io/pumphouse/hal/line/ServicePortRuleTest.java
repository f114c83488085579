package io.pumphouse.hal.line;

import static io.pumphouse.hal.line.Bystander.CABLE;
import static io.pumphouse.hal.line.Bystander.NOISE;
import static io.pumphouse.hal.line.Bystander.SHORT;
import static io.pumphouse.hal.line.Bystander.SILENCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.reading.Advice;
import io.pumphouse.hal.reading.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What faults point to on the port of a Rego or an H1: it has no units, no A and B, and nothing to
 * terminate.
 */
final class ServicePortRuleTest {
  private static final int ALONE = 0;

  private final Bystander line = new Bystander(CABLE);

  @AfterEach
  void nobodyIsSentToLookForWhatIsNotThere() {
    Advice advice = line.only(ALONE);
    assertThat(advice.words() + advice.next()).doesNotContain("unit", "A and B", "120 ohm");
  }

  private void says(String words, String next) {
    assertThat(line.only(ALONE).words()).isEqualTo(words);
    assertThat(line.only(ALONE).next()).contains(next);
  }

  @Test
  void answersThatBreakOffAreDamaged() {
    line.bad(6, ALONE, SHORT);

    says("every answer is damaged or breaks off", "19200 baud, 8N1");
  }

  @Test
  void onlyGarbageIsAWrongSpeedOrNoGround() {
    line.bad(6, ALONE, NOISE);

    says(
        "only garbage is heard, never an answer: the baud rate is wrong, or signal ground is"
            + " missing",
        "signal ground");
  }

  @Test
  void someDamageIsInterference() {
    line.good(20, ALONE);
    line.bad(4, ALONE, new Fault.Garbled(Fault.Damage.SHORT, "it broke off"));

    says(
        "4 of the last 24 answers were damaged, the others are good: interference",
        "level shifter");
  }

  @Test
  void whoNeverSaidAWordMayHaveItsWiresSwapped() {
    line.bad(6, ALONE, SILENCE);

    says("the pump has never answered", "TxD and RxD");
  }

  @Test
  void whoFellSilentIsLookedFor() {
    line.good(20, ALONE);
    line.bad(20, ALONE, SILENCE);

    says("the pump answered before and is silent now", "the pump is on");
  }
}
