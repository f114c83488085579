package io.pumphouse.agent.insight;

import static io.pumphouse.hal.reading.Metric.ADD_HEAT_POWER;
import static io.pumphouse.hal.reading.Metric.BRINE_PUMP_SPEED;
import static io.pumphouse.hal.reading.Metric.COMPRESSOR_ON;
import static io.pumphouse.hal.reading.Metric.COMPRESSOR_POWER;
import static io.pumphouse.hal.reading.Metric.HEAT_HEATING;
import static io.pumphouse.hal.reading.Metric.HEAT_HOT_WATER;
import static io.pumphouse.hal.reading.Metric.SUPPLY_PUMP_SPEED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pumphouse.agent.config.EnergyConfig;
import io.pumphouse.hal.reading.Metric;
import io.pumphouse.web.model.Border;
import io.pumphouse.web.model.Energy;
import io.pumphouse.web.model.Site;
import io.pumphouse.web.model.Span;
import io.pumphouse.web.model.Summary;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Which way electricity and heat are known, and what it says of itself. */
final class SourcesTest {
  private static final Instant T = Instant.parse("2026-02-03T10:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Offset<Double> CLOSE = within(1e-6);

  private static Summary summary(Past past, EnergyConfig energy, Duration time) {
    return Spoken.inSwedish(
        new Analyst(
                List.of(past.subject(energy)),
                past,
                new Site("Villa", ZoneId.of("Asia/Tokyo")),
                () -> true)
            .summary(Past.PUMP, new Span(T, T.plus(time))));
  }

  private static double known(Energy energy) {
    return energy.kilowattHours().value().orElseThrow();
  }

  private static EnergyConfig sized(int kilowatts) {
    return new EnergyConfig(0, kilowatts, 0, 0, 0, Set.of(), Border.H4);
  }

  private static Past nibeF() {
    return new Past("nibe-f1255")
        .hold(COMPRESSOR_POWER, T, HOUR, 2)
        .hold(ADD_HEAT_POWER, T, HOUR, 1)
        .hold(BRINE_PUMP_SPEED, T, HOUR, 50)
        .hold(SUPPLY_PUMP_SPEED, T, HOUR, 100);
  }

  @Test
  void aNibeFIsTheSumOfItsConsumersAsTheRecipeSays() {
    // 2000 W + 1000 W + brine 3 + (180 − 3) × 0.5³ = 25.125 W + heating 60 W + 15 W = 3100.125 W
    Energy electricity = summary(nibeF(), sized(12), HOUR).electricity();

    assertThat(known(electricity)).isCloseTo(3.100125, CLOSE);
    assertThat(electricity.basis().border()).isEqualTo(Border.H4);
    assertThat(electricity.basis().isEstimate()).isTrue();
    assertThat(electricity.basis().words()).contains("compressor inverter", "by its speed", "15 W");
  }

  @Test
  void aNibeFOfUnknownSizeHasNoPumpsAndTheBorderOfItsCompressor() {
    Energy electricity = summary(nibeF(), EnergyConfig.UNSAID, HOUR).electricity();

    assertThat(known(electricity)).isCloseTo(3.015, CLOSE);
    assertThat(electricity.basis().border()).isEqualTo(Border.H1);
  }

  @Test
  void theRecipeTakesTheLowerEndOverAGapOfHoursButNoCopIsMadeOfIt() {
    // 1 h at 3.015 kW, 2 h gap, 1 h at 1.015 kW: 3.015 + 2 × 1.015 + 1.015 = 6.06 kWh.
    Past past = nibeF();
    Instant after = T.plus(HOUR.multipliedBy(3));
    past.hold(COMPRESSOR_POWER, after, HOUR, 1).hold(ADD_HEAT_POWER, after, HOUR, 0);
    past.hold(HEAT_HEATING, T, HOUR.multipliedBy(4), 100);
    past.hold(HEAT_HOT_WATER, T, HOUR.multipliedBy(4), 100);

    Summary summary = summary(past, EnergyConfig.UNSAID, HOUR.multipliedBy(4));

    assertThat(known(summary.electricity())).isCloseTo(6.06, CLOSE);
    assertThat(summary.electricity().basis().quality()).isCloseTo(0.5, CLOSE);
    // Heat is known throughout but for the first minute, of which no counter can tell.
    assertThat(summary.efficiency().electricity()).isCloseTo(4.03 - 3.015 / 60, CLOSE);
  }

  @Test
  void theHeatOfANibeFIsBothItsCounters() {
    Past past = nibeF();
    past.hold(HEAT_HEATING, T.minus(HOUR), HOUR, 100).hold(HEAT_HEATING, T, HOUR, 106);
    past.hold(HEAT_HOT_WATER, T.minus(HOUR), HOUR, 50).hold(HEAT_HOT_WATER, T, HOUR, 52.5);

    Energy heat = summary(past, EnergyConfig.UNSAID, HOUR).heat();

    assertThat(known(heat)).isCloseTo(8.5, CLOSE);
    assertThat(heat.basis().source()).isEqualTo("heat_heating+heat_hot_water");
  }

  @Test
  void anIvtIsEstimatedByWhatItsOwnerKnowsAndOnlyThen() {
    // Compressor on for half an hour: 2100 W × 0.5 h + 15 W × 1 h = 1.065 kWh;
    // 2.7 kW/K × (40 − 36) K × 0.5 h = 5.4 kWh.
    Duration half = Duration.ofMinutes(30);
    Past past = new Past("ivt-rego600");
    past.hold(COMPRESSOR_ON, T, half, 1).hold(COMPRESSOR_ON, T.plus(half), half, 0);
    past.hold(Metric.CONDENSER_OUT, T, HOUR, 40).hold(Metric.CONDENSER_IN, T, HOUR, 36);
    EnergyConfig told = new EnergyConfig(2.7, 0, 2100, 0, 0, Set.of(), Border.H4);

    Summary summary = summary(past, told, HOUR);

    assertThat(known(summary.electricity())).isCloseTo(1.065, CLOSE);
    assertThat(known(summary.heat())).isCloseTo(5.4, CLOSE);
    assertThat(summary.heat().basis().isEstimate()).isTrue();
    assertThat(summary.efficiency().cop().value().orElseThrow()).isCloseTo(5.4 / 1.065, CLOSE);
    assertThat(summary(past, EnergyConfig.UNSAID, HOUR).efficiency().cop().value()).isEmpty();
  }

  @Test
  void aPulseMeterOfOursComesFirst() {
    Past past = nibeF().holdRaw(Electricity.PULSE_METER, T, HOUR, 2500);

    Energy electricity = summary(past, sized(12), HOUR).electricity();

    assertThat(known(electricity)).isCloseTo(2.5, CLOSE);
    assertThat(electricity.basis().source()).isEqualTo("electric_power");
    assertThat(electricity.basis().isEstimate()).isFalse();
  }

  @Test
  void aMeterThatTheOwnerNamedComesBeforeThePumpsOwn() {
    Past past = new Past("nibe-s1255").hold(COMPRESSOR_POWER, T, HOUR, 2);
    var register = past.map().find(COMPRESSOR_POWER).orElseThrow().id();
    past.hold(Metric.TOTAL_ELECTRICITY, T, HOUR, 100);
    EnergyConfig named = new EnergyConfig(0, 0, 0, 0, 0, Set.of(register), Border.H3);

    Energy electricity = summary(past, named, HOUR).electricity();

    assertThat(known(electricity)).isCloseTo(2, CLOSE);
    assertThat(electricity.basis().border()).isEqualTo(Border.H3);
  }

  @Test
  void aCounterThatWentRoundGoesOn() {
    // A u16 of whole kWh: 65534 → 2 is 4 kWh.
    Past past = new Past("husdata-h1-nibe");
    past.hold(Metric.TOTAL_ELECTRICITY, T, HOUR, 65_534);
    past.hold(Metric.TOTAL_ELECTRICITY, T.plus(HOUR), HOUR, 2);

    Summary summary = summary(past, EnergyConfig.UNSAID, HOUR.multipliedBy(2));

    assertThat(known(summary.electricity())).isCloseTo(4, CLOSE);
    assertThat(summary.peakPower().reason()).contains("does not show peaks");
  }
}
