package io.pumphouse.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Metric;
import io.pumphouse.web.model.LiveReading;
import io.pumphouse.web.sample.Readings;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class SchematicTest {
  private static final LiveReading RUNNING = Readings.value(Metric.COMPRESSOR_ON, "1", 1);
  private static final LiveReading SUPPLY = Readings.value(Metric.SUPPLY_TEMP, "0.1", 384);
  private static final LiveReading PUMPING = Readings.value(Metric.SUPPLY_PUMP_SPEED, "1", 40);
  private static final LiveReading TANK = Readings.value(Metric.HOT_WATER_TOP, "0.1", 500);

  @Test
  void onlyWhatTheMapHasIsDrawn() {
    Schematic bare = drawn(RUNNING, SUPPLY);

    assertThat(bare.isDrawn()).isTrue();
    assertThat(bare.isBrine()).isFalse();
    assertThat(bare.hasTank()).isFalse();
    assertThat(bare.hasHeater()).isFalse();
    assertThat(bare.supplyPump()).isEmpty();
    assertThat(bare.shown()).extracting(Card::name).containsExactly("compressor_on", "supply_temp");
  }

  @Test
  void aPumpWithBrineHasAGroundLoop() {
    assertThat(drawn(Readings.value(Metric.BRINE_IN, "0.1", 10)).isBrine()).isTrue();
  }

  @Test
  void aListOfRegistersIsNotAMachine() {
    assertThat(drawn(SUPPLY).isDrawn()).isFalse();
    assertThat(drawn(RUNNING).isDrawn()).isFalse();
  }

  @Test
  void whereTheSupplySensorIsNotFittedTheCondenserStandsIn() {
    Schematic ivt =
        drawn(
            RUNNING,
            Readings.missing(Metric.SUPPLY_TEMP),
            Readings.value(Metric.CONDENSER_OUT, "0.1", 402));

    assertThat(ivt.supply()).isEqualTo("condenser_out");
  }

  @Test
  void waterMovesOnlyInTheBranchTheValveOpens() {
    Schematic heating = drawn(PUMPING, TANK, Readings.value(Metric.REVERSING_VALVE, "1", 0));
    Schematic tapping = drawn(PUMPING, TANK, Readings.meaning(Metric.PRIORITY, 20, "hot water"));

    assertThat(heating.flows("supply_pump_speed", "heating")).isEqualTo("true");
    assertThat(heating.flows("supply_pump_speed", "hot water")).isEqualTo("false");
    assertThat(tapping.flows("supply_pump_speed", "heating")).isEqualTo("false");
    assertThat(tapping.flows("supply_pump_speed", "hot water")).isEqualTo("true");
  }

  @Test
  void whatIsOldOrNotKnownNeitherMovesNorHasAColour() {
    Schematic old =
        drawn(
            Readings.old(Metric.SUPPLY_PUMP_ON, "1", 1, Duration.ofMinutes(5)),
            Readings.invalid(Metric.SUPPLY_TEMP, new Fault.Late()));

    assertThat(old.runs("supply_pump_on")).isEmpty();
    assertThat(old.depth("supply_temp", 20, 7)).isEmpty();
  }

  @Test
  void warmIsDeeperInHeatingAndColdIsDeeperInBrine() {
    Schematic s =
        drawn(
            SUPPLY,
            Readings.value(Metric.BRINE_IN, "0.1", 70),
            Readings.value(Metric.BRINE_OUT, "0.1", -50),
            Readings.value(Metric.HOT_GAS, "0.1", 900));

    assertThat(s.depth("supply_temp", 20, 7)).isEqualTo("2");
    assertThat(s.depth("hot_gas", 20, 7)).isEqualTo("5");
    assertThat(s.depth("brine_in", 12, -4)).isEqualTo("1");
    assertThat(s.depth("brine_out", 12, -4)).isEqualTo("4");
  }

  private static Schematic drawn(LiveReading... readings) {
    return Schematic.of(
        Stream.of(readings).map(reading -> Card.of(Tongue.ENGLISH, reading)).toList());
  }
}
