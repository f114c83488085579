package io.pumphouse.agent.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.map.Lookup;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.map.RegisterMaps;
import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The boards of the predecessor ask for its names, whatever the model and our own names. */
final class OldNamesTest {
  private static final Moment AT =
      new Moment(Instant.parse("2026-01-01T00:00:00Z"), Duration.ofHours(1));

  @ParameterizedTest
  @CsvSource({
    "return_temp, radiator_return",
    "supply_temp, radiator_forward",
    "brine_in, brine_in_evaporator",
    "brine_out, brine_out_condenser",
    "room_temp, indoor_temp",
    "hot_gas, pressure_tube_temp",
    "supply_setpoint, heating_setpoint",
    "supply_pump_speed, circulation_pump_speed",
    "compressor_on, compressor_status",
    "brine_pump_on, brine_pump_status",
    "supply_pump_on, radiator_pump_status",
    "reversing_valve, switch_valve_status",
    "compressor_hours, compressor_runtime",
    "total_electricity, accumulated_energy",
    "outdoor_temp, outdoor_temp",
    "alarm_code, alarm_code"
  })
  void eachSeriesHasItsOldNameOnEveryModelThatHasIt(String ours, String old) {
    Metric metric = Metric.of(ours).orElseThrow();
    List<RegisterMap> maps = maps(metric);

    assertThat(maps).isNotEmpty();
    for (RegisterMap map : maps) {
      Reading reading = new Reading(map.find(metric).orElseThrow().id(), AT, 1);
      assertThat(LineForm.ofPredecessor(map).line(reading))
          .startsWith("heatpump,name=" + old + ",register_id=")
          .endsWith(" 1767225600000000000\n");
      assertThat(LineForm.of(new PumpId("house"), map).line(reading))
          .startsWith("heatpump,name=" + ours + ",pump=house,register_id=");
    }
  }

  private static List<RegisterMap> maps(Metric metric) {
    return new RegisterMaps()
        .all().stream()
            .flatMap(
                it -> it instanceof Lookup.Found(RegisterMap map) ? Stream.of(map) : Stream.empty())
            .filter(map -> map.find(metric).isPresent())
            .toList();
  }
}
