package io.pumphouse.agent.write;

import static io.pumphouse.agent.write.GuardedPump.HOUSE;
import static io.pumphouse.agent.write.GuardedPump.WHY;
import static io.pumphouse.agent.write.GuardedPump.order;
import static io.pumphouse.agent.write.GuardedPump.shipped;
import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.web.model.WriteOrder;
import io.pumphouse.web.model.WriteReport;
import io.pumphouse.web.model.WriteReport.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What may be written, and what is refused before it reaches the bus. */
final class GuardTest {
  private final GuardedPump house = new GuardedPump();

  @Test
  void nothingIsWrittenUnlessTheConfigurationAllowsIt() {
    WriteReport report = house.guard(Set.of()).write(order("room_setpoint", "21.5"));

    assertThat(report.outcome()).isEqualTo(Outcome.FORBIDDEN);
    assertThat(report.next()).contains("room_setpoint").contains("writes:");
    assertThat(house.written).isEmpty();
  }

  @Test
  void whatIsAllowedIsWrittenInTheUnitOfItsRegister() {
    WriteReport report = house.open().write(order("room_setpoint", "21.5"));

    assertThat(report.outcome()).isEqualTo(Outcome.DONE);
    assertThat(report.before()).isEqualTo("20.5 °C");
    assertThat(report.after()).isEqualTo("21.5 °C");
    assertThat(house.written).containsExactly(215L);
  }

  @Test
  void aRegisterMayBeNamedInThreeWays() {
    for (String name : List.of("room_setpoint", "register:40207", "40207")) {
      assertThat(house.open().write(order(name, "21")).register()).isEqualTo("room_setpoint");
    }
    assertThat(house.written).containsExactly(210L, 210L, 210L);
  }

  @Test
  void aNegativeValueIsAValue() {
    house.open().write(order("heat_curve_offset", "-3"));

    assertThat(house.written).containsExactly(-3L);
  }

  @Test
  void aValueBetweenTwoStepsIsNotRounded() {
    assertThat(house.refusal("room_setpoint", "21.55"))
        .isEqualTo("21.55 °C is between two steps of 0.1; write 21.5 or 21.6");
  }

  @Test
  void aValueOutsideTheMakersLimitsIsToldTheRange() {
    assertThat(house.refusal("room_setpoint", "30.1"))
        .isEqualTo("30.1 °C is outside what this register takes; choose from 5.0 °C to 30.0 °C");
    assertThat(house.refusal("room_setpoint", "-9999999999")).contains("5.0 °C to 30.0 °C");
  }

  /** The S1255's operating mode is eight bits of something: nobody wrote down which are modes. */
  @Test
  void aSettingWithoutLimitsInTheMapIsRefused() {
    assertThat(house.refusal("operating_mode", "1"))
        .contains("how far operating_mode may go is not known");
  }

  /** A Rego's room is believed up to 60 °C; that is no leave to ask for it. */
  @Test
  void whatIsBelievableIsNoLimitForWriting() {
    RegisterMap rego = shipped("ivt-rego600");
    Set<RegisterId> all = rego.registers().stream().map(Register::id).collect(Collectors.toSet());
    WriteReport report =
        new Guard(
                Map.of(HOUSE, new Permit(rego, all)),
                (_, _, _) -> {
                  throw new AssertionError("nothing may reach the bus");
                },
                house.events::add,
                house.time)
            .write(order("room_setpoint", "60"));

    assertThat(report.outcome()).isEqualTo(Outcome.FORBIDDEN);
    assertThat(report.cause())
        .isEqualTo("how far room_setpoint may go is not known of ivt-rego600");
    assertThat(report.next()).contains("write_min and write_max");
  }

  @Test
  void theResetButtonTakesNoOtherNumber() {
    assertThat(house.refusal("alarm_reset", "77")).contains("pumphouse alarm-reset");
  }

  @Test
  void whatIsNoNumberIsRefused() {
    for (String value : List.of("21,5", "warm", "", "1e9", "0x15", "9".repeat(200))) {
      assertThat(house.refusal("room_setpoint", value)).contains("is no number");
    }
  }

  @Test
  void theDangerousRegistersAreNeverWrittenWhateverTheConfigurationSays() {
    for (String id :
        List.of("40096", "40121", "40128", "40135", "42741", "42744", "45001", "45009")) {
      assertThat(house.refusal(id, "1")).contains("never written");
    }
  }

  @Test
  void whatTheMakerOnlyLetsBeReadIsRefused() {
    assertThat(house.refusal("outdoor_temp", "5")).contains("can only be read");
  }

  @Test
  void anUnknownRegisterAndAnUnknownPumpAreRefused() {
    assertThat(house.refusal("99999", "5")).contains("no register \"99999\"");
    assertThat(house.refusal("register:", "5")).contains("no register");
    assertThat(
            house
                .open()
                .write(new WriteOrder(new PumpId("barn"), "room_setpoint", "21", "anna", WHY))
                .cause())
        .isEqualTo("there is no pump \"barn\"");
  }

  @Test
  void anAlarmThatIsNotResetOverTheLineIsResetAtThePump() {
    WriteReport report =
        new Guard(
                Map.of(HOUSE, new Permit(shipped("ivt-rego600"), Set.of())),
                (_, _, _) -> {
                  throw new AssertionError("nothing may reach the bus");
                },
                house.events::add,
                house.time)
            .resetAlarm(HOUSE, "anna", WHY);

    assertThat(report.outcome()).isEqualTo(Outcome.FORBIDDEN);
    assertThat(report.cause()).isEqualTo("an alarm of ivt-rego600 is not reset over its line");
    assertThat(report.next()).isEqualTo("do it at the pump");
  }
}
