package io.pumphouse.hal.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Missing;
import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Sample;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PanelTest {
  private static final Instant WINTER = Instant.parse("2026-02-09T00:00:00Z");
  private static final Moment THEN = new Moment(WINTER, Duration.ofDays(1));

  @Test
  void aFittedSensorGivesAReading() {
    RegisterId outdoor = new RegisterId("30002");

    assertThat(sample(Maps.nibeS(), outdoor)).isInstanceOf(Reading.class);
    assertThat(sample(Maps.nibeS(), outdoor).takenAt()).isEqualTo(THEN);
  }

  @Test
  void aSensorThatIsNotFittedIsMissing() {
    RegisterId external = new RegisterId("30040");

    assertThat(sample(Maps.nibeS(), external)).isEqualTo(new Missing(external, THEN));
  }

  @Test
  void whatDoesNotFitIsRefusedAsOnTheBus() {
    RegisterId small = new RegisterId("1");

    assertThat(sample(Maps.tooSmall(), small))
        .isEqualTo(new Invalid(small, THEN, new Fault.Refused(4)));
  }

  private static Sample sample(RegisterMap map, RegisterId id) {
    Panel panel = new Panel(map, new VirtualHeatPump(1, Drive.INVERTER, WINTER));
    return panel.sample(map.find(id).orElseThrow(), THEN);
  }
}
