package io.pumphouse.agent.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.map.Lookup;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.map.RegisterMaps;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Missing;
import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.RegisterId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ReadJsonTest {
  private static final Moment NOW = new Moment(Instant.EPOCH, Duration.ZERO);
  private static final RegisterMap MAP =
      switch (new RegisterMaps().find("ivt-rego600")) {
        case Lookup.Found(RegisterMap map) -> map;
        case Lookup.Unknown _, Lookup.Faulty _ -> throw new AssertionError();
      };

  @Test
  void aValueHasItsWordsItsUnitAndItsSource() {
    assertThat(ReadJson.of(MAP, List.of(new Reading(new RegisterId("0x020A"), NOW, -38))))
        .isEqualTo(
            "[{\"register\":\"0x020A\",\"name\":\"outdoor_temp\",\"words\":[\"FFDA\"],"
                + "\"value\":-3.8,\"unit\":\"°C\",\"state\":\"value\",\"reason\":null,"
                + "\"source\":\"rego\"}]");
  }

  @Test
  void whatIsNotFittedHasNoValue() {
    assertThat(ReadJson.of(MAP, List.of(new Missing(new RegisterId("0x020D"), NOW))))
        .contains("\"words\":[],\"value\":null,", "\"state\":\"missing\",\"reason\":null");
  }

  @Test
  void whatCannotBeTrueIsShownAsItCame() {
    Fault fault = new Fault.Implausible(900);
    assertThat(ReadJson.of(MAP, List.of(new Invalid(new RegisterId("0x020A"), NOW, fault))))
        .contains("\"words\":[\"0384\"],\"value\":null", "\"invalid\",\"reason\":\"implausible\"");
  }
}
