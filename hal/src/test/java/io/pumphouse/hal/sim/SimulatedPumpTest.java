package io.pumphouse.hal.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.modbus.RegisterBank.Answer;
import io.pumphouse.hal.modbus.RegisterBank.Refusal;
import io.pumphouse.hal.modbus.RegisterBank.Values;
import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.Space;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SimulatedPumpTest {
  private static final Instant WINTER = Instant.parse("2026-02-09T00:00:00Z");

  private final HandTime time = new HandTime();
  private final VirtualHeatPump physics = VirtualHeatPump.atWork(1, Drive.INVERTER, WINTER);

  @Test
  void temperaturesComeInTheScaleOfTheirRegister() {
    SimulatedPump pump = pump(Maps.nibeS(), 1);

    double celsius = (short) first(pump.read(Space.INPUT, 1, 1)) / 10.0;

    assertThat(celsius).isCloseTo(value(Metric.OUTDOOR_TEMP), within(0.05)).isNegative();
  }

  @Test
  void nibeSendsTheLowWordFirst() {
    List<Integer> words = words(pump(Maps.nibeS(), 1).read(Space.INPUT, 3821, 2));

    double kilowattHours = (words.get(1) * 65536L + words.get(0)) / 10.0;
    assertThat(kilowattHours).isCloseTo(value(Metric.TOTAL_HEAT), within(0.05));
    assertThat(words.get(1)).isPositive();
  }

  @Test
  void thermiaSendsTheHighWordFirst() {
    List<Integer> words = words(pump(Maps.genesis(), 1).read(Space.INPUT, 48, 2));

    double hours = words.get(0) * 65536L + words.get(1);
    assertThat(hours).isCloseTo(value(Metric.COMPRESSOR_HOURS), within(0.5));
  }

  @Test
  void bitsAreZeroOrOne() {
    int bit = first(pump(Maps.genesis(), 1).read(Space.DISCRETE, 199, 1));

    assertThat((double) bit).isEqualTo(value(Metric.COMPRESSOR_ON));
  }

  @Test
  void aSensorThatIsNotFittedShowsTheModelsWordForIt() {
    SimulatedPump pump = pump(Maps.nibeS(), 1);

    assertThat(first(pump.read(Space.INPUT, 39, 1))).isEqualTo(0x8000);
    assertThat(first(pump.read(Space.INPUT, 2, 1))).isEqualTo(0x8000);
  }

  @Test
  void aBlockWithOneAbsentAddressFailsWholeWithTheModelsCode() {
    SimulatedPump pump = pump(Maps.nibeS(), 1);

    assertThat(pump.read(Space.INPUT, 1, 2)).isInstanceOf(Values.class);
    assertThat(pump.read(Space.INPUT, 1, 3)).isEqualTo(new Refusal(1));
  }

  @Test
  void aKindOfRegisterThatTheModelHasNotIsRefusedWithOne() {
    assertThat(pump(Maps.nibeS(), 1).read(Space.COIL, 0, 1)).isEqualTo(new Refusal(1));
    assertThat(pump(Maps.nibeF(), 1).read(Space.INPUT, 3085, 1)).isEqualTo(new Refusal(1));
    assertThat(pump(Maps.nibeS(), 1).write(Space.COIL, 0, List.of(1))).isEqualTo(new Refusal(1));
  }

  @Test
  void genesisAnswersHolesInsideARangeWithZeroAndRefusesWhatLeavesIt() {
    SimulatedPump pump = pump(Maps.genesis(), 1);

    assertThat(pump.read(Space.INPUT, 90, 10))
        .isEqualTo(new Values(List.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0)));
    assertThat(pump.read(Space.INPUT, 95, 10)).isEqualTo(new Refusal(2));
    assertThat(pump.read(Space.DISCRETE, 198, 2)).isEqualTo(new Refusal(2));
  }

  @Test
  void moreThanTheModelDocumentsIsRefused() {
    SimulatedPump pump = pump(Maps.genesis(), 1);

    assertThat(pump.read(Space.INPUT, 0, 20)).isInstanceOf(Values.class);
    assertThat(pump.read(Space.INPUT, 0, 21)).isEqualTo(new Refusal(3));
    assertThat(pump.read(Space.DISCRETE, 199, 17)).isEqualTo(new Refusal(3));
  }

  @Test
  void aNumberThatDoesNotFitItsRegisterIsAFailureAndNotClamped() {
    assertThat(pump(Maps.tooSmall(), 1).read(Space.INPUT, 1, 1)).isEqualTo(new Refusal(4));
  }

  @Test
  void everyMakeHasItsOwnCodes() {
    assertThat(codesOf(Maps.nibeS(), Space.INPUT, 1028)).contains(20, 30).isSubsetOf(10, 20, 30);
    assertThat(codesOf(Maps.nibeF(), Space.HOLDING, 3085)).contains(20, 30).isSubsetOf(10, 20, 30);
    assertThat(codesOf(Maps.genesis(), Space.INPUT, 1)).contains(3, 4).isSubsetOf(99, 3, 4);
    assertThat(codesOf(Maps.nibeF(), Space.HOLDING, 3432)).contains(20).isSubsetOf(10, 20);
    assertThat(first(pump(Maps.nibeS(), 1).read(Space.INPUT, 1911, 1))).isEqualTo(10);
    assertThat(first(pump(Maps.nibeF(), 1).read(Space.HOLDING, 4873, 1))).isEqualTo(20);
    assertThat(first(pump(Maps.genesis(), 1).read(Space.HOLDING, 0, 1))).isEqualTo(3);
  }

  @Test
  void nibeFShowsThePowerOfItsInverterAndNibeSThatOfTheWholeMachine() {
    int compressor = first(pump(Maps.nibeF(), 1).read(Space.HOLDING, 3140, 1));
    int machine = first(pump(Maps.nibeS(), 1).read(Space.INPUT, 2305, 2));

    assertThat(compressor / 100.0)
        .isCloseTo(physics.plant().compressor.electricWatts() / 1000, within(0.005));
    assertThat(machine).isBetween(compressor + 3, compressor + 30);
  }

  @Test
  void simulatedTimeRunsWithTheClockTimesTheSpeed() {
    SimulatedPump pump = pump(Maps.nibeS(), 60);

    time.advance(Duration.ofMinutes(2));
    pump.read(Space.INPUT, 1, 1);

    assertThat(pump.simulatedNow()).isEqualTo(WINTER.plus(Duration.ofHours(2)));
    assertThat(physics.now()).isEqualTo(WINTER.plus(Duration.ofHours(2)));
  }

  @Test
  void howOftenItIsAskedChangesNothing() {
    VirtualHeatPump twin = VirtualHeatPump.atWork(1, Drive.INVERTER, WINTER);
    SimulatedPump often = pump(Maps.nibeS(), 100);
    SimulatedPump once = new SimulatedPump(new Panel(Maps.nibeS(), twin), time, 100);

    for (int i = 0; i < 100; i++) {
      time.advance(Duration.ofMillis(777));
      often.read(Space.INPUT, 1, 1);
    }

    assertThat(often.read(Space.INPUT, 3821, 2)).isEqualTo(once.read(Space.INPUT, 3821, 2));
  }

  @Test
  void timeThatRunsBackIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> pump(Maps.nibeS(), -1));
    assertThatIllegalArgumentException().isThrownBy(() -> pump(Maps.nibeS(), Double.NaN));
  }

  @Test
  void severalClientsMayAskAtOnce() throws Exception {
    SimulatedPump pump = pump(Maps.nibeS(), 100_000);
    Callable<Answer> ask = () -> pump.read(Space.INPUT, 3821, 2);

    try (var clients = Executors.newFixedThreadPool(4)) {
      time.advance(Duration.ofSeconds(2));
      var answers = clients.invokeAll(IntStream.range(0, 200).mapToObj(_ -> ask).toList());
      for (var answer : answers) {
        assertThat(answer.get()).isEqualTo(ask.call());
      }
    }
  }

  private SimulatedPump pump(RegisterMap map, double speed) {
    return new SimulatedPump(new Panel(map, physics), time, speed);
  }

  private List<Integer> codesOf(RegisterMap map, Space space, int address) {
    SimulatedPump pump = pump(map, 60);
    return IntStream.range(0, 24 * 60)
        .map(
            _ -> {
              time.advance(Duration.ofSeconds(5));
              return first(pump.read(space, address, 1));
            })
        .boxed()
        .distinct()
        .toList();
  }

  private double value(Metric metric) {
    return physics.value(metric).orElseThrow();
  }

  private static int first(Answer answer) {
    return words(answer).getFirst();
  }

  private static List<Integer> words(Answer answer) {
    assertThat(answer).isInstanceOf(Values.class);
    return ((Values) answer).values();
  }
}
