package io.pumphouse.hal.line;

import static io.pumphouse.hal.line.Bystander.CABLE;
import static io.pumphouse.hal.line.Bystander.CHECKSUM;
import static io.pumphouse.hal.line.Bystander.NETWORK;
import static io.pumphouse.hal.line.Bystander.NOISE;
import static io.pumphouse.hal.line.Bystander.SHORT;
import static io.pumphouse.hal.line.Bystander.SILENCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.reading.Advice;
import io.pumphouse.hal.reading.Fault;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each pattern of faults and what it points to. */
final class LineRuleTest {
  private final Bystander line = new Bystander(CABLE);

  @Test
  void aHealthyLineNeedsNoAdvice() {
    line.good(1_000, 1);

    assertThat(line.rules(1)).isEmpty();
  }

  static List<Fault> strayFaults() {
    return List.of(
        SILENCE,
        NOISE,
        CHECKSUM,
        SHORT,
        new Fault.Late(),
        new Fault.Foreign(2),
        new Fault.Refused(2),
        new Fault.Refused(11),
        new Fault.LineDown("unplugged"));
  }

  @ParameterizedTest
  @MethodSource("strayFaults")
  void oneStrayFaultIsNoPattern(Fault stray) {
    line.good(500, 1);
    line.bad(1, 1, stray);
    line.good(10, 1);

    assertThat(line.rules(1)).isEmpty();
  }

  @Test
  void aLineThatWasNeverAskedNeedsNoAdvice() {
    assertThat(line.rules(1)).isEmpty();
  }

  @Test
  void onlyGarbageIsSwappedWiresOrWrongBaud() {
    line.bad(4, 1, NOISE);
    assertThat(line.rules(1)).isEmpty();
    line.bad(1, 1, NOISE);

    assertThat(line.only(1).rule()).isEqualTo("only-garbage");
    assertThat(line.only(1).next()).startsWith("swap A and B");
  }

  @Test
  void onlyGarbageAmongSilenceIsStillGarbage() {
    line.bad(5, 1, NOISE);
    line.bad(5, 1, SILENCE);
    line.bad(2, 1, SHORT);

    assertThat(line.rules(1)).containsExactly("only-garbage");
  }

  @Test
  void garbageOnModbusTcpIsTheWrongPort() {
    Bystander network = new Bystander(NETWORK);
    network.bad(5, 1, NOISE);

    assertThat(network.only(1).next()).contains("rtu-over-tcp");
  }

  @Test
  void aGatewaysPagesHaveTheirOwnRemedies() {
    Bystander pages = new Bystander(new Wiring.Http("192.0.2.12", 80));
    pages.bad(5, 0, NOISE);
    assertThat(pages.only(0).rule()).isEqualTo("only-garbage");
    assertThat(pages.only(0).next()).contains("http://192.0.2.12:80/api/alldata in a browser");

    Bystander silent = new Bystander(new Wiring.Http("192.0.2.12", 80));
    silent.bad(5, 0, SILENCE);
    assertThat(silent.only(0).words()).contains("has never answered");
    assertThat(silent.only(0).next()).startsWith("take the power from the gateway");
  }

  @Test
  void everyFrameDamagedIsWrongParity() {
    line.bad(3, 1, CHECKSUM);
    line.bad(2, 1, SHORT);

    assertThat(line.only(1).rule()).isEqualTo("wrong-parity");
    assertThat(line.only(1).next()).startsWith("set parity");
  }

  @Test
  void rareDamageAmongGoodAnswersIsMissingTermination() {
    for (int i = 0; i < 3; i++) {
      line.good(300, 1);
      line.bad(1, 1, CHECKSUM);
    }
    line.good(5, 1);

    assertThat(line.only(1).rule()).isEqualTo("missing-termination");
    assertThat(line.only(1).words()).startsWith("3 of the last 908 answers");
    assertThat(line.only(1).next()).contains("120 ohm");
  }

  @Test
  void damageThatDoesNotComeBackIsForgottenAfterAnHour() {
    line.good(1, 1);
    line.bad(3, 1, CHECKSUM);
    line.good(1, 1);
    assertThat(line.rules(1)).containsExactly("missing-termination");
    line.time.advance(Duration.ofHours(1));
    line.good(1, 1);

    assertThat(line.rules(1)).isEmpty();
  }

  @Test
  void framesOfOthersAreASecondMasterAndTheirDamageIsHis() {
    line.good(100, 1);
    line.overhears(3, Overheard.Kind.STRANGER, 5);
    line.bad(3, 1, CHECKSUM);
    line.good(1, 1);

    assertThat(line.only(1).rule()).isEqualTo("two-masters");
    assertThat(line.only(1).next()).contains("one master");
  }

  @Test
  void foreignAnswersAmongGoodOnesAreASecondMaster() {
    line.good(100, 1);
    line.bad(3, 1, new Fault.Foreign(5));

    assertThat(line.rules(1)).containsExactly("two-masters");
  }

  @Test
  void anotherUnitThatAlwaysAnswersIsTheRightOne() {
    line.bad(3, 1, new Fault.Foreign(5));

    assertThat(line.only(1).rule()).isEqualTo("wrong-unit");
    assertThat(line.only(1).words()).isEqualTo("unit 1 was asked and unit 5 answers");
    assertThat(line.only(1).next()).startsWith("set unit: 5");
  }

  @Test
  void aUnitThatNeverAnsweredIsTheWrongOne() {
    line.bad(5, 7, SILENCE);
    assertThat(line.only(7).words()).isEqualTo("unit 7 has never answered");
    line.good(5, 1);

    assertThat(line.only(7).rule()).isEqualTo("wrong-unit");
    assertThat(line.only(7).words()).endsWith("while others on this line answer");
    assertThat(line.only(7).next()).startsWith("check the unit number");
    assertThat(line.rules(1)).isEmpty();
  }

  @Test
  void aUnitThatFellSilentIsGone() {
    line.good(100, 1);
    line.bad(19, 1, SILENCE);
    assertThat(line.rules(1)).isEmpty();
    line.bad(1, 1, SILENCE);

    assertThat(line.only(1).rule()).isEqualTo("nobody-there");
    assertThat(line.only(1).next()).contains("pump is on");
  }

  @Test
  void aGatewayThatCannotReachThePumpSaysSo() {
    line.bad(2, 1, new Fault.Refused(11));
    line.bad(1, 1, new Fault.Refused(10));

    assertThat(line.only(1).rule()).isEqualTo("behind-gateway");
  }

  @Test
  void lateAnswersNeedALongerAnswerWithin() {
    for (int i = 0; i < 3; i++) {
      line.good(10, 1);
      line.bad(1, 1, SILENCE);
      line.overhears(1, Overheard.Kind.LATE, 1);
    }
    Advice advice = line.only(1);

    assertThat(advice.rule()).isEqualTo("too-slow");
    assertThat(advice.words()).isEqualTo("3 answers came too late, up to 1000ms");
    assertThat(advice.next()).startsWith("set answer-within: 1500ms");
  }

  @Test
  void lateAnswersThatWereNeverSeenWholeNeedTwiceTheTime() {
    line.good(10, 1);
    line.bad(1, 1, SILENCE);
    line.bad(3, 1, new Fault.Late());

    assertThat(line.only(1).next()).startsWith("set answer-within: 1000ms");
  }

  @Test
  void aRegisterThatIsRefusedIsNoFaultOfTheLine() {
    line.bad(100, 1, new Fault.Refused(2));

    assertThat(line.rules(1)).isEmpty();
  }

  @Test
  void aLineThatIsDownSaysSoElsewhere() {
    line.bad(100, 1, new Fault.LineDown("no such port"));

    assertThat(line.rules(1)).isEmpty();
  }
}
