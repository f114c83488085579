package io.pumphouse.hal.rego;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pumphouse.hal.line.FakeTime;
import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.line.ScriptedLine;
import io.pumphouse.hal.line.ScriptedLine.Says;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.pump.Written;
import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Sample;
import io.pumphouse.hal.sim.Drive;
import io.pumphouse.hal.sim.Faults;
import io.pumphouse.hal.sim.FaultyBank;
import io.pumphouse.hal.sim.Panel;
import io.pumphouse.hal.sim.SimFault;
import io.pumphouse.hal.sim.SimulatedPump;
import io.pumphouse.hal.sim.VirtualHeatPump;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The virtual heat pump at the end of a Rego line. */
class SimulatedRegoTest {
  private static final Instant WINTER = Instant.parse("2026-02-09T00:00:00Z");

  private final FakeTime time = new FakeTime();
  private final RegisterMap map = Maps.rego(0, 2);
  private final VirtualHeatPump physics = VirtualHeatPump.atWork(1, Drive.INVERTER, WINTER);
  private final Faults faults = new Faults(1);

  private RegoPump pump(int offset) {
    SimulatedPump bank = new SimulatedPump(new Panel(map, physics), time, 1);
    Addressing addressing = new Addressing(Addressing.SENSORS_AND_OUTPUTS, offset);
    Listener slave = new Listener(new Clerk(new FaultyBank(bank, faults), addressing, List.of()));
    ScriptedLine line =
        new ScriptedLine(
            time,
            sent -> {
              Frame answer = slave.heard(sent);
              return answer.isEmpty()
                  ? List.of()
                  : List.of(new Says(Duration.ofMillis(20), answer));
            });
    return new RegoPump(new RegoBus(line, Bench.ANSWER_WITHIN, time, new Log()), map);
  }

  private double value(RegoPump pump, RegisterId id) {
    Sample sample = pump.read(List.of(id)).getFirst();
    assertThat(sample).isInstanceOf(Reading.class);
    return map.find(id).orElseThrow().decimal(((Reading) sample).raw()).doubleValue();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2})
  void whatTheOwnerReadsIsWhatThePhysicsSay(int offset) {
    RegoPump pump = pump(offset);

    double outdoor = value(pump, Maps.OUTDOOR);
    double hours = value(pump, Maps.HOURS);

    assertThat(pump.base()).isEqualTo(new Base.Found(offset));
    assertThat(outdoor)
        .isNegative()
        .isCloseTo(physics.value(Metric.OUTDOOR_TEMP).orElseThrow(), within(0.06));
    assertThat(hours).isCloseTo(physics.value(Metric.COMPRESSOR_HOURS).orElseThrow(), within(0.51));
  }

  @Test
  void theSwitchValveSaysWhatThePumpWorksOn() {
    RegoPump pump = pump(0);
    List<Double> day =
        IntStream.range(0, 24 * 12)
            .mapToObj(
                _ -> {
                  time.advance(Duration.ofMinutes(5));
                  return value(pump, Maps.VALVE);
                })
            .toList();

    assertThat(day).containsOnly(0.0, 1.0);
  }

  @Test
  void aSettingIsWrittenThrough() {
    assertThat(pump(0).write(Maps.CURVE, 55)).isInstanceOf(Written.Done.class);
    assertThat(physics.value(Metric.HEAT_CURVE)).hasValue(5.5);
  }

  @Test
  void aSettingOutsideItsLimitsIsHeardAndIgnored() {
    assertThat(pump(0).write(Maps.CURVE, 101))
        .isInstanceOfSatisfying(Written.Ignored.class, it -> assertThat(it.raw()).isEqualTo(40));
  }

  @Test
  void aFailureInsideIsSilence() {
    RegoPump pump = pump(0);
    value(pump, Maps.OUTDOOR);

    faults.set(SimFault.EXCEPTION, 1);

    assertThat(pump.read(List.of(Maps.OUTDOOR)).getFirst()).isNotInstanceOf(Reading.class);
  }
}
