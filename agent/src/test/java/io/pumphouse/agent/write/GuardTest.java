package io.pumphouse.agent.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.ledger.Event;
import io.pumphouse.agent.poll.Changed;
import io.pumphouse.hal.line.FakeTime;
import io.pumphouse.hal.map.Lookup;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.map.RegisterMaps;
import io.pumphouse.hal.pump.Written;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.web.model.WriteOrder;
import io.pumphouse.web.model.WriteReport;
import io.pumphouse.web.model.WriteReport.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class GuardTest {
  private static final PumpId HOUSE = new PumpId("house");
  private static final RegisterMap S1255 = shipped("nibe-s1255");
  private static final String WHY = "cold in the nursery";

  private final FakeTime time = new FakeTime();
  private final List<Event> events = new ArrayList<>();
  private final List<Long> written = new ArrayList<>();
  private LongFunction<Written> pump = raw -> new Written.Done(raw, time.now());

  private static RegisterMap shipped(String model) {
    return switch (new RegisterMaps().find(model)) {
      case Lookup.Found(RegisterMap map) -> map;
      case Lookup.Unknown _, Lookup.Faulty _ -> throw new AssertionError(model);
    };
  }

  /** A guard whose configuration allows everything, which is more than any configuration can. */
  private Guard open() {
    return guard(S1255.registers().stream().map(Register::id).collect(Collectors.toSet()));
  }

  private Guard guard(Set<RegisterId> allowed) {
    return new Guard(
        Map.of(HOUSE, new Permit(S1255, allowed)),
        (_, register, raw) -> {
          written.add(raw);
          return new Changed(new Reading(register, time.now(), 205), pump.apply(raw));
        },
        events::add,
        time);
  }

  private static WriteOrder order(String name, String value) {
    return new WriteOrder(HOUSE, name, value, "anna", WHY);
  }

  private String refusal(String name, String value) {
    WriteReport report = open().write(order(name, value));
    assertThat(report.outcome()).isEqualTo(Outcome.FORBIDDEN);
    assertThat(written).as("what reached the bus").isEmpty();
    return report.cause() + "; " + report.next();
  }

  @Test
  void nothingIsWrittenUnlessTheConfigurationAllowsIt() {
    WriteReport report = guard(Set.of()).write(order("room_setpoint", "21.5"));

    assertThat(report.outcome()).isEqualTo(Outcome.FORBIDDEN);
    assertThat(report.next()).contains("room_setpoint").contains("writes:");
    assertThat(written).isEmpty();
  }

  @Test
  void whatIsAllowedIsWrittenInTheUnitOfItsRegister() {
    WriteReport report = open().write(order("room_setpoint", "21.5"));

    assertThat(report.outcome()).isEqualTo(Outcome.DONE);
    assertThat(report.before()).isEqualTo("20.5 °C");
    assertThat(report.after()).isEqualTo("21.5 °C");
    assertThat(written).containsExactly(215L);
  }

  @Test
  void aRegisterMayBeNamedInThreeWays() {
    for (String name : List.of("room_setpoint", "register:40207", "40207")) {
      assertThat(open().write(order(name, "21")).register()).isEqualTo("room_setpoint");
    }
    assertThat(written).containsExactly(210L, 210L, 210L);
  }

  @Test
  void aNegativeValueIsAValue() {
    open().write(order("heat_curve_offset", "-3"));

    assertThat(written).containsExactly(-3L);
  }

  @Test
  void aValueBetweenTwoStepsIsNotRounded() {
    assertThat(refusal("room_setpoint", "21.55"))
        .isEqualTo("21.55 °C is between two steps of 0.1; write 21.5 or 21.6");
  }

  @Test
  void aValueOutsideTheMakersLimitsIsToldTheRange() {
    assertThat(refusal("room_setpoint", "30.1"))
        .isEqualTo("30.1 °C is outside what this register takes; choose from 5.0 °C to 30.0 °C");
    assertThat(refusal("room_setpoint", "-9999999999")).contains("5.0 °C to 30.0 °C");
  }

  /** The S1255's operating mode is eight bits of something: nobody wrote down which are modes. */
  @Test
  void aSettingWithoutLimitsInTheMapIsRefused() {
    assertThat(refusal("operating_mode", "1"))
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
                events::add,
                time)
            .write(order("room_setpoint", "60"));

    assertThat(report.outcome()).isEqualTo(Outcome.FORBIDDEN);
    assertThat(report.cause())
        .isEqualTo("how far room_setpoint may go is not known of ivt-rego600");
    assertThat(report.next()).contains("write_min and write_max");
  }

  @Test
  void theResetButtonTakesNoOtherNumber() {
    assertThat(refusal("alarm_reset", "77")).contains("pumphouse alarm-reset");
  }

  @Test
  void whatIsNoNumberIsRefused() {
    for (String value : List.of("21,5", "warm", "", "1e9", "0x15", "9".repeat(200))) {
      assertThat(refusal("room_setpoint", value)).contains("is no number");
    }
  }

  @Test
  void theDangerousRegistersAreNeverWrittenWhateverTheConfigurationSays() {
    for (String id :
        List.of("40096", "40121", "40128", "40135", "42741", "42744", "45001", "45009")) {
      assertThat(refusal(id, "1")).contains("never written");
    }
  }

  @Test
  void whatTheMakerOnlyLetsBeReadIsRefused() {
    assertThat(refusal("outdoor_temp", "5")).contains("can only be read");
  }

  @Test
  void anUnknownRegisterAndAnUnknownPumpAreRefused() {
    assertThat(refusal("99999", "5")).contains("no register \"99999\"");
    assertThat(refusal("register:", "5")).contains("no register");
    assertThat(
            open()
                .write(new WriteOrder(new PumpId("barn"), "room_setpoint", "21", "anna", WHY))
                .cause())
        .isEqualTo("there is no pump \"barn\"");
  }

  @Test
  void aWriteNeedsAReason() {
    for (String why : List.of("", "  ", "two\nlines", "x".repeat(201))) {
      WriteReport report = open().write(new WriteOrder(HOUSE, "room_setpoint", "21", "anna", why));
      assertThat(report.cause()).contains("a reason");
    }
    assertThat(written).isEmpty();
  }

  @Test
  void everyOrderIsAnEventWithWhoAndWhy() {
    open().write(order("room_setpoint", "21.5"));

    assertThat(events)
        .containsExactly(
            new Event(
                time.now(),
                Event.Kind.WRITE_ORDERED,
                "house",
                "room_setpoint to 21.5, by anna: " + WHY),
            new Event(
                time.now(),
                Event.Kind.WRITTEN,
                "house",
                "room_setpoint from 20.5 °C to 21.5: done (read back as 21.5 °C), by anna: "
                    + WHY));
  }

  @Test
  void anOrderThatWasRefusedIsAnEventThatCannotDriveATerminal() {
    open().write(new WriteOrder(HOUSE, "\u001b[2J", "21", "anna", WHY));

    assertThat(events.getFirst().kind()).isEqualTo(Event.Kind.NOT_WRITTEN);
    assertThat(events.getFirst().text()).doesNotContain("\u001b").contains("by anna");
  }

  @Test
  void anUnknownOutcomeIsAnEventOfItsOwn() {
    pump =
        _ -> new Written.Unknown(new Fault.NoAnswer(Duration.ofSeconds(1)), "read it", time.now());
    WriteReport report = open().write(order("room_setpoint", "21.5"));

    assertThat(report.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(report.after()).isEmpty();
    assertThat(events.getLast().kind()).isEqualTo(Event.Kind.WRITE_UNKNOWN);
  }

  @Test
  void aPumpThatTakesNoNoticeIsToldWithWhatItSaysNow() {
    pump = _ -> new Written.Ignored(200, time.now());
    WriteReport report = open().write(order("room_setpoint", "21.5"));

    assertThat(report.outcome()).isEqualTo(Outcome.IGNORED);
    assertThat(report.cause()).isEqualTo("the pump said yes, but reads back 20.0 °C");
    assertThat(report.isDone()).isFalse();
  }

  @Test
  void anAlarmResetIsAPressThatIsAccepted() {
    WriteReport report =
        guard(Set.of(new RegisterId("40023"))).resetAlarm(HOUSE, "anna", "tried once");

    assertThat(report.outcome()).isEqualTo(Outcome.ACCEPTED);
    assertThat(written).containsExactly(1L);
    assertThat(guard(Set.of()).resetAlarm(HOUSE, "anna", "again").outcome())
        .isEqualTo(Outcome.FORBIDDEN);
  }
}
