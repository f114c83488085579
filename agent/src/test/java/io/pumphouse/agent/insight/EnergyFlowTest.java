package io.pumphouse.agent.insight;

import static io.pumphouse.hal.reading.Metric.ADD_HEAT_POWER;
import static io.pumphouse.hal.reading.Metric.COMPRESSOR_POWER;
import static io.pumphouse.hal.reading.Metric.CONDENSER_OUT;
import static io.pumphouse.hal.reading.Metric.FLOW;
import static io.pumphouse.hal.reading.Metric.PRIORITY;
import static io.pumphouse.hal.reading.Metric.RETURN_TEMP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pumphouse.agent.config.EnergyConfig;
import io.pumphouse.web.model.EnergyFlow;
import io.pumphouse.web.model.EnergyFlow.Certainty;
import io.pumphouse.web.model.Site;
import io.pumphouse.web.model.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EnergyFlowTest {
  private static final Instant T = Instant.parse("2026-02-03T10:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

  private final Past past = new Past("nibe-s1255");

  private EnergyFlow flow(Duration time) {
    return new Analyst(
            List.of(past.subject(EnergyConfig.UNSAID)),
            past,
            new Site("x", ZoneId.of("UTC")),
            () -> true)
        .energyFlow(Past.PUMP, new Span(T, T.plus(time)));
  }

  private static double link(EnergyFlow flow, String from, String to) {
    return flow.links().stream()
        .filter(link -> link.from().equals(from) && link.to().equals(to))
        .mapToDouble(EnergyFlow.Link::kilowattHours)
        .sum();
  }

  @Test
  void whatGoesIntoThePumpComesOutOfIt() {
    // Heating 1 h: 3 kW in, 1 kW of it the heater; 4.18 kW by the condenser.
    // Hot water 1 h: 2 kW in; 4.18 kW. In: 4 + 1; heat of the pump 8.36; ground 4.36.
    past.hold(PRIORITY, T, HOUR, 30).hold(PRIORITY, T.plus(HOUR), HOUR, 20);
    past.hold(COMPRESSOR_POWER, T, HOUR, 3).hold(COMPRESSOR_POWER, T.plus(HOUR), HOUR, 2);
    past.hold(ADD_HEAT_POWER, T, HOUR, 1).hold(ADD_HEAT_POWER, T.plus(HOUR), HOUR, 0);
    past.hold(FLOW, T, HOUR.multipliedBy(2), 12).hold(RETURN_TEMP, T, HOUR.multipliedBy(2), 35);
    past.hold(CONDENSER_OUT, T, HOUR.multipliedBy(2), 40);

    EnergyFlow flow = flow(HOUR.multipliedBy(2));

    assertThat(link(flow, "electricity", "heat_pump")).isCloseTo(4, within(1e-6));
    assertThat(link(flow, "electricity", "additional_heat")).isCloseTo(1, within(1e-6));
    assertThat(link(flow, "ground", "heat_pump")).isCloseTo(4.36, within(1e-6));
    assertThat(link(flow, "heat_pump", "heating")).isCloseTo(4.18, within(1e-6));
    assertThat(link(flow, "heat_pump", "hot_water")).isCloseTo(4.18, within(1e-6));
    assertThat(link(flow, "additional_heat", "heating")).isCloseTo(1, within(1e-6));
    assertThat(flow.why()).isEmpty();
    assertThat(flow.nodes()).extracting(EnergyFlow.Node::id).doesNotContain("losses", "pool");
    assertThat(flow.links())
        .filteredOn(link -> link.from().equals("ground"))
        .allMatch(link -> link.certainty() == Certainty.DIFFERENCE);
  }

  @Test
  void whereLessComesOutThanGoesInTheRestIsLost() {
    // 5 kW in, 4.18 kW out: 0.82 kWh of losses and nothing from the ground.
    past.hold(COMPRESSOR_POWER, T, HOUR, 5).hold(FLOW, T, HOUR, 12).hold(PRIORITY, T, HOUR, 30);
    past.hold(CONDENSER_OUT, T, HOUR, 40).hold(RETURN_TEMP, T, HOUR, 35);

    EnergyFlow flow = flow(HOUR);

    assertThat(link(flow, "heat_pump", "losses")).isCloseTo(0.82, within(1e-6));
    assertThat(link(flow, "ground", "heat_pump")).isZero();
  }

  @Test
  void withoutHeatOnlyTheElectricityIsShownAndSaidWhy() {
    past.hold(COMPRESSOR_POWER, T, HOUR, 2);

    EnergyFlow flow = flow(HOUR);

    assertThat(flow.links()).hasSize(1);
    assertThat(link(flow, "electricity", "heat_pump")).isCloseTo(2, within(1e-6));
    assertThat(flow.why()).contains("neither heat meter");
  }
}
