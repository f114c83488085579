package io.pumphouse.hal.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class RegisterTest {
  private static final Moment NOW = new Moment(Instant.EPOCH, Duration.ZERO);
  private static final Register CODE = tenths(Unit.CODE);
  private static final Register TEMPERATURE = tenths(Unit.CELSIUS);

  private static Register tenths(Unit unit) {
    return new Register(
        new RegisterId("2A20"),
        Space.GATEWAY,
        0x2A20,
        RegisterType.S16,
        new BigDecimal("0.1"),
        unit,
        false,
        -32768,
        32767,
        Set.of(),
        "Alarm",
        "c40");
  }

  @Test
  void aCodeThatIsSentTimesTenIsToldWithoutDecimalPlaces() {
    assertThat(CODE.decimal(100)).hasToString("10");
    assertThat(CODE.decimal(0)).hasToString("0");
    assertThat(CODE.places()).isZero();
  }

  @Test
  void aTemperatureKeepsItsPlaces() {
    assertThat(TEMPERATURE.decimal(100)).hasToString("10.0");
    assertThat(TEMPERATURE.places()).isEqualTo(1);
  }

  @Test
  void halfACodeIsNoneAndNotTheOneBelow() {
    assertThat(CODE.judge(15, NOW))
        .isEqualTo(new Invalid(CODE.id(), NOW, new Fault.Implausible(15)));
    assertThat(CODE.judge(20, NOW)).isEqualTo(new Reading(CODE.id(), NOW, 20));
    assertThat(TEMPERATURE.judge(15, NOW)).isInstanceOf(Reading.class);
  }
}
