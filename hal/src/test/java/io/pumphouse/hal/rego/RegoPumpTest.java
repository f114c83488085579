package io.pumphouse.hal.rego;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.pumphouse.hal.pump.Link;
import io.pumphouse.hal.pump.PlannedRead;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Missing;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Sample;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A pump whose model has one base. */
class RegoPumpTest {
  private final Bench device = new Bench();
  private final RegoPump pump = new RegoPump(device.bus, Maps.rego(0));

  @BeforeEach
  void fill() {
    device.words.put(0x0000, 27);
    device.words.put(0x0048, 33595);
    device.words.put(0x01FE, 1);
    device.words.put(0x0209, 293);
    device.words.put(0x020A, 0xFFFF & -38);
    device.words.put(0x020D, 0xFFFF & -483);
  }

  private Sample read(RegisterId id) {
    return pump.read(List.of(id)).getFirst();
  }

  private static Fault fault(Sample sample) {
    assertThat(sample).isInstanceOf(Invalid.class);
    return ((Invalid) sample).fault();
  }

  private long raw(RegisterId id) {
    assertThat(read(id)).isInstanceOf(Reading.class);
    return ((Reading) read(id)).raw();
  }

  @Test
  void nothingIsKnownBeforeAnythingIsAsked() {
    assertThat(pump.link()).isEqualTo(new Link.Untried());
    assertThat(pump.base()).isEqualTo(new Base.Unknown());
    assertThat(device.sent()).isEmpty();
  }

  @Test
  void theFirstContactAsksForTheVersion() {
    read(Maps.RETURN);

    assertThat(device.sent())
        .containsExactly(Golden.frame("version-question"), Golden.frame("gt1-question"));
    assertThat(pump.link()).isEqualTo(new Link.Up());
    assertThat(pump.base()).isEqualTo(new Base.Found(0));
  }

  @Test
  void temperaturesHaveASign() {
    assertThat(raw(Maps.OUTDOOR)).isEqualTo(-38);
    assertThat(raw(Maps.RETURN)).isEqualTo(293);
  }

  @Test
  void hoursHaveNone() {
    assertThat(raw(Maps.HOURS)).isEqualTo(33595);
  }

  @Test
  void minus483IsASensorThatIsNotFitted() {
    assertThat(read(Maps.ROOM)).isInstanceOf(Missing.class);
  }

  @Test
  void anOutputThatIsNeitherOnNorOffIsImplausible() {
    device.words.put(0x01FE, 293);

    assertThat(fault(read(Maps.COMPRESSOR))).isEqualTo(new Fault.Implausible(293));
  }

  @Test
  void eachSpaceHasItsOwnCommand() {
    read(Maps.ALARM_LAMP);

    assertThat(device.asked).containsExactly("read panel 0x0016");
  }

  @Test
  void samplesComeInTheOrderAsked() {
    List<RegisterId> asked = List.of(Maps.HOURS, Maps.OUTDOOR, Maps.CURVE, Maps.OUTDOOR);

    assertThat(pump.read(asked)).extracting(Sample::register).isEqualTo(asked);
    assertThat(pump.read(List.of())).isEmpty();
  }

  @Test
  void aRegisterThatTheMapHasNotIsABug() {
    assertThatIllegalArgumentException().isThrownBy(() -> read(new RegisterId("0x9999")));
  }

  @Test
  void aMuteRegisterCostsOnlyItself() {
    device.mute.add(0x020A);

    List<Sample> samples = pump.read(List.of(Maps.RETURN, Maps.OUTDOOR, Maps.HOURS));

    assertThat(samples.get(0)).isInstanceOf(Reading.class);
    assertThat(fault(samples.get(1))).isInstanceOf(Fault.NoAnswer.class);
    assertThat(samples.get(2)).isInstanceOf(Reading.class);
    assertThat(pump.link()).isEqualTo(new Link.Up());
  }

  @Test
  void aMuteRegisterAskedFirstDoesNotHideThePump() {
    device.mute.add(0x020A);

    assertThat(fault(read(Maps.OUTDOOR))).isInstanceOf(Fault.NoAnswer.class);
    assertThat(pump.link()).isEqualTo(new Link.Up());
  }

  @Test
  void aSilentPumpCostsOneTimeoutARound() {
    device.isDead = true;
    List<Sample> samples = pump.read(Maps.SENSORS);

    assertThat(device.sent()).hasSize(1);
    assertThat(samples).hasSize(6);
    assertThat(samples).allSatisfy(it -> assertThat(fault(it)).isInstanceOf(Fault.NoAnswer.class));

    pump.read(Maps.SENSORS);
    assertThat(device.sent()).hasSize(2);
  }

  @Test
  void aPumpThatFallsSilentIsFoundOutInTheSameRound() {
    read(Maps.OUTDOOR);
    device.isDead = true;
    int before = device.sent().size();

    pump.read(Maps.SENSORS);

    assertThat(device.sent()).hasSize(before + 2);
    assertThat(pump.link()).isInstanceOf(Link.Silent.class);
  }

  @Test
  void aSilentPumpSaysWhatToDoAndNamesTheInfoScreen() {
    device.isDead = true;
    read(Maps.OUTDOOR);

    assertThat(pump.link()).isInstanceOf(Link.Silent.class);
    assertThat(pump.link().cause())
        .isEqualTo("read version on scripted line: no answer in 2007 ms");
    assertThat(pump.link().next()).contains("\"Info\" screen");
  }

  @Test
  void aPumpThatComesBackIsReadInTheNextRound() {
    device.isDead = true;
    read(Maps.OUTDOOR);
    device.isDead = false;

    assertThat(raw(Maps.OUTDOOR)).isEqualTo(-38);
    assertThat(pump.link()).isEqualTo(new Link.Up());
  }

  @Test
  void anotherControllerIsNotBelieved() {
    Bench stranger = new Bench();
    stranger.version = 1000;
    RegoPump other = new RegoPump(stranger.bus, Maps.rego(0));

    assertThat(fault(other.read(List.of(Maps.OUTDOOR)).getFirst()))
        .isEqualTo(new Fault.Implausible(1000));
    assertThat(other.link().cause()).endsWith("it calls itself 1000, not 600");
    assertThat(stranger.asked).isEmpty();
  }

  @Test
  void aBrokenLineIsDownAndOpenedByTheNextRound() {
    read(Maps.OUTDOOR);
    device.breaksNext = true;

    assertThat(fault(read(Maps.OUTDOOR))).isInstanceOf(Fault.LineDown.class);
    assertThat(pump.link()).isInstanceOf(Link.Down.class);
    assertThat(pump.link().next()).isNotBlank();
    assertThat(pump.base()).isEqualTo(new Base.Unknown());

    assertThat(raw(Maps.OUTDOOR)).isEqualTo(-38);
  }

  @Test
  void thePlanIsOneRegisterForEachRequest() {
    List<PlannedRead> plan = pump.plan(List.of(Maps.OUTDOOR, Maps.ALARM_LAMP));

    assertThat(plan).extracting(PlannedRead::span).containsExactly("system 0x020A", "panel 0x0016");
    assertThat(plan.getFirst().registers()).containsExactly(Maps.OUTDOOR);
    assertThat(plan.getFirst().lineTime()).isBetween(Duration.ofMillis(87), Duration.ofMillis(88));
  }

  @Test
  void theErrorLogIsWhatHappenedNewestFirst() {
    RegoError before = new RegoError(1, Golden.ELECTRIC_CASSETTE.at().minusDays(3));
    device.errors.addAll(List.of(Golden.ELECTRIC_CASSETTE, before));

    assertThat(pump.lastErrors())
        .isInstanceOfSatisfying(
            ErrorLog.Heard.class,
            it -> assertThat(it.newestFirst()).containsExactly(Golden.ELECTRIC_CASSETTE, before));
  }

  @Test
  void anEmptyErrorLogIsAskedOnce() {
    assertThat(pump.lastErrors())
        .isInstanceOfSatisfying(ErrorLog.Heard.class, it -> assertThat(it.newestFirst()).isEmpty());
    assertThat(device.sent())
        .containsExactly(Golden.frame("version-question"), Golden.frame("last-error-question"));
  }

  @Test
  void anErrorLogThatCannotBeReadIsNoEmptyOne() {
    device.isDead = true;

    assertThat(pump.lastErrors())
        .isInstanceOfSatisfying(
            ErrorLog.Unheard.class,
            it -> assertThat(it.fault()).isInstanceOf(Fault.NoAnswer.class));
  }
}
