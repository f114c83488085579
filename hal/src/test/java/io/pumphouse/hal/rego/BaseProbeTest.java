package io.pumphouse.hal.rego;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.map.AddressRange;
import io.pumphouse.hal.pump.Link;
import io.pumphouse.hal.pump.Written;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Sample;
import io.pumphouse.hal.reading.Space;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A model of which nobody knows for certain where the sensors are. */
class BaseProbeTest {
  private static final List<RegisterId> ALL =
      List.of(Maps.RETURN, Maps.OUTDOOR, Maps.BRINE_IN, Maps.BRINE_OUT, Maps.COMPRESSOR);

  private final Bench device = new Bench();

  /** GT1 to GT11 as on a winter's day, and the compressor, so much higher than the map has them. */
  private void sensorsAt(int offset) {
    int[] sensors = {293, -38, 481, -483, -483, 684, 372, 298, 4, -31, -483};
    for (int each = 0; each < sensors.length; each++) {
      device.words.put(0x0209 + offset + each, 0xFFFF & sensors[each]);
    }
    device.words.put(0x01FE + offset, 1);
  }

  private long outdoor(RegoPump pump) {
    Sample sample = pump.read(List.of(Maps.OUTDOOR)).getFirst();
    assertThat(sample).isInstanceOf(Reading.class);
    return ((Reading) sample).raw();
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 2", "0, 2, 0", "2, 0, 2", "2, 2, 0"})
  void theBaseIsFoundWhicheverTheModelNamesFirst(int truth, int first, int second) {
    sensorsAt(truth);
    // The mixing valve's sensor, which could pass for a hot summer's day.
    device.words.put(0x020C + truth, 351);
    RegoPump pump = new RegoPump(device.bus, Maps.rego(first, second));

    assertThat(outdoor(pump)).isEqualTo(-38);
    assertThat(pump.base()).isEqualTo(new Base.Found(truth));
  }

  @Test
  void settingsStayWhereTheyAre() {
    sensorsAt(2);
    device.words.put(0x0000, 27);
    RegoPump pump = new RegoPump(device.bus, Maps.rego(0, 2));

    assertThat(pump.read(List.of(Maps.CURVE)).getFirst())
        .isInstanceOfSatisfying(Reading.class, it -> assertThat(it.raw()).isEqualTo(27));
    assertThat(pump.plan(List.of(Maps.CURVE, Maps.OUTDOOR)))
        .extracting(planned -> planned.span())
        .containsExactly("system 0x0000", "system 0x020C");
  }

  @Test
  void itIsLookedOnceAndNoAddressTwice() {
    sensorsAt(2);
    RegoPump pump = new RegoPump(device.bus, Maps.rego(0, 2));
    outdoor(pump);
    assertThat(device.asked.subList(0, device.asked.size() - 1)).doesNotHaveDuplicates();
    int looked = device.asked.size();

    outdoor(pump);

    assertThat(device.asked).hasSize(looked + 1);
  }

  @Test
  void itIsLookedAgainAfterTheLineWasDown() {
    sensorsAt(2);
    RegoPump pump = new RegoPump(device.bus, Maps.rego(0, 2));
    outdoor(pump);
    device.breaksNext = true;
    pump.read(List.of(Maps.OUTDOOR));
    device.words.clear();
    sensorsAt(0);

    assertThat(outdoor(pump)).isEqualTo(-38);
    assertThat(pump.base()).isEqualTo(new Base.Found(0));
  }

  @Test
  void aPumpThatWasOnlySilentIsNotLookedAtAgain() {
    sensorsAt(2);
    RegoPump pump = new RegoPump(device.bus, Maps.rego(0, 2));
    outdoor(pump);
    device.isDead = true;
    pump.read(ALL);
    device.isDead = false;
    device.asked.clear();

    outdoor(pump);

    assertThat(device.asked).hasSize(1);
  }

  @Test
  void anAnswerLostWhileLookingCostsTheRoundButNoWrongBase() {
    sensorsAt(2);
    device.mute.add(0x0213);
    RegoPump pump = new RegoPump(device.bus, Maps.rego(0, 2));
    assertThat(pump.read(ALL)).allSatisfy(it -> assertThat(it).isInstanceOf(Invalid.class));
    assertThat(pump.link()).isEqualTo(new Link.Up());
    assertThat(pump.base()).isEqualTo(new Base.Unknown());
    device.mute.clear();

    assertThat(outdoor(pump)).isEqualTo(-38);
    assertThat(pump.base()).isEqualTo(new Base.Found(2));
  }

  @Test
  void anAddressThatNeverAnswersHidesNoBase() {
    sensorsAt(0);
    device.mute.add(0x0214);
    RegoPump pump = new RegoPump(device.bus, Maps.rego(0, 2));
    pump.read(ALL);

    assertThat(outdoor(pump)).isEqualTo(-38);
    assertThat(pump.base()).isEqualTo(new Base.Found(0));
  }

  @Test
  void whereNoBaseFitsSensorsAreLeftAloneAndTheRestIsRead() {
    sensorsAt(0);
    device.words.put(0x020A, 0xFFFF & -483);
    RegoPump pump = new RegoPump(device.bus, Maps.rego(0, 2));

    List<Sample> samples = pump.read(List.of(Maps.OUTDOOR, Maps.RETURN, Maps.HOURS));

    assertThat(samples.subList(0, 2))
        .allSatisfy(it -> assertThat(((Invalid) it).fault()).isInstanceOf(Fault.Quarantined.class));
    assertThat(samples.getLast()).isInstanceOf(Reading.class);
    assertThat(pump.base())
        .isInstanceOfSatisfying(
            Base.NoneFits.class,
            it -> {
              assertThat(it.cause())
                  .endsWith("with offset 0 no outdoor sensor, with offset 2 no outdoor sensor");
              assertThat(it.next()).contains("GT2");
              assertThat(pump.link()).isEqualTo(new Link.Up(it.cause(), it.next()));
            });
    assertThat(pump.write(Maps.CURVE, 27)).isInstanceOf(Written.Done.class);
  }

  @Test
  void whereNoBaseFitsItIsLookedAgainAfterAWhile() {
    sensorsAt(0);
    device.words.put(0x020A, 0xFFFF & -483);
    RegoPump pump = new RegoPump(device.bus, Maps.rego(0, 2));
    pump.read(ALL);
    sensorsAt(0);
    assertThat(pump.read(ALL)).allSatisfy(it -> assertThat(it).isInstanceOf(Invalid.class));

    device.time.advance(Contact.LOOK_AGAIN);

    assertThat(outdoor(pump)).isEqualTo(-38);
  }

  @Test
  void aModelWithOneBaseNeedsNoOutdoorSensor() {
    sensorsAt(2);
    device.words.put(0x020C, 0xFFFF & -483);
    RegoPump pump = new RegoPump(device.bus, Maps.rego(2));

    assertThat(pump.read(List.of(Maps.RETURN)).getFirst())
        .isInstanceOfSatisfying(Reading.class, it -> assertThat(it.raw()).isEqualTo(293));
    assertThat(pump.base()).isEqualTo(new Base.Found(2));
  }

  @Test
  void aSlaveThatSitsHigherAnswersThere() {
    Addressing higher = new Addressing(List.of(new AddressRange(Space.SYSTEM, 0x01FD, 0x0213)), 2);
    sensorsAt(0);
    device.words.put(0x0000, 27);
    Listener slave = new Listener(new Clerk(device, higher, List.of()));

    assertThat(slave.heard(asking(0x020C))).isEqualTo(Golden.frame("outdoor-answer"));
    assertThat(slave.heard(asking(0x0200))).isEqualTo(Golden.frame("compressor-answer"));
    assertThat(slave.heard(asking(0x01FE))).isEqualTo(Answers.word(0));
    assertThat(slave.heard(asking(0x0000))).isEqualTo(Answers.word(27));
  }

  private static Frame asking(int address) {
    return new Question.Read(Space.SYSTEM, address).request().frame();
  }

  @Test
  void withoutRangesEveryAddressMoves() {
    sensorsAt(2);
    device.words.put(0x0002, 27);
    RegoPump pump = new RegoPump(device.bus, Maps.rego(2), List.of());

    assertThat(pump.read(List.of(Maps.CURVE)).getFirst())
        .isInstanceOfSatisfying(Reading.class, it -> assertThat(it.raw()).isEqualTo(27));
  }
}
