package io.pumphouse.hal.pump;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.gpio.Pin;
import io.pumphouse.hal.gpio.PulseMeter;
import io.pumphouse.hal.gpio.PulseTerms;
import io.pumphouse.hal.line.FakeTime;
import io.pumphouse.hal.map.Lookup;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.map.RegisterMaps;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Sample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MeteredPumpTest {
  private static final RegisterId OUTDOORS = new RegisterId("30002");
  private static final RegisterMap MAP =
      ((Lookup.Found) new RegisterMaps().find("nibe-s1255")).map();

  private final FakeTime time = new FakeTime();
  private final Wired wired = new Wired();
  private final MeteredPump pump =
      new MeteredPump(
          wired,
          MAP.with(PulseMeter.registers(new Pin(24, false), new PulseTerms(1000, 50_000))),
          registers ->
              registers.stream().<Sample>map(id -> new Reading(id, time.now(), 7)).toList());

  /** A pump whose line is down; notes what it is asked. */
  private final class Wired implements HeatPump {
    private final List<RegisterId> asked = new ArrayList<>();

    @Override
    public RegisterMap map() {
      return MAP;
    }

    @Override
    public List<PlannedRead> plan(Collection<RegisterId> registers) {
      return registers.stream()
          .map(id -> new PlannedRead(List.of(id), "input", Duration.ofMillis(20)))
          .toList();
    }

    @Override
    public List<Sample> read(Collection<RegisterId> registers) {
      asked.addAll(registers);
      return registers.stream()
          .<Sample>map(id -> new Invalid(id, time.now(), new Fault.LineDown("unplugged")))
          .toList();
    }

    @Override
    public Written write(RegisterId register, long raw) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Link link() {
      return new Link.Down("unplugged", "plug it in");
    }
  }

  @Test
  void itHasWhatThePumpHasAndWhatTheMeterShows() {
    assertThat(pump.map().find(Metric.OUTDOOR_TEMP)).isPresent();
    assertThat(pump.map().find(Metric.ELECTRIC_POWER)).isPresent();
    assertThat(pump.beside()).containsExactlyInAnyOrder(PulseMeter.POWER, PulseMeter.ENERGY);
  }

  @Test
  void whatIsAskedOverTheLineIsTheMapWithoutTheMeter() {
    assertThat(pump.map().onLine().registers()).isEqualTo(MAP.registers());
    assertThat(pump.map().onLine().metrics()).isEqualTo(MAP.metrics());
    assertThat(MAP.onLine()).isSameAs(MAP);
  }

  @Test
  void eachIsAskedForItsOwnInTheOrderAsked() {
    List<Sample> samples = pump.read(List.of(PulseMeter.POWER, OUTDOORS, PulseMeter.ENERGY));

    assertThat(samples)
        .extracting(Sample::register)
        .containsExactly(PulseMeter.POWER, OUTDOORS, PulseMeter.ENERGY);
    assertThat(samples.get(0)).isInstanceOf(Reading.class);
    assertThat(samples.get(1)).isInstanceOf(Invalid.class);
    assertThat(wired.asked).containsExactly(OUTDOORS);
  }

  @Test
  void theLineIsNotTouchedForTheMeterAlone() {
    pump.read(List.of(PulseMeter.POWER));
    pump.ask(List.of(PulseMeter.POWER, PulseMeter.ENERGY));

    assertThat(wired.asked).isEmpty();
  }

  @Test
  void theMeterComesFirstAndTakesNoTimeOfTheLine() {
    assertThat(pump.plan(List.of(PulseMeter.POWER, OUTDOORS, PulseMeter.ENERGY)))
        .containsExactly(
            new PlannedRead(List.of(PulseMeter.POWER, PulseMeter.ENERGY), "board", Duration.ZERO),
            new PlannedRead(List.of(OUTDOORS), "input", Duration.ofMillis(20)));
  }
}
