package io.pumphouse.agent.write;

import static io.pumphouse.agent.write.GuardedPump.HOUSE;
import static io.pumphouse.agent.write.GuardedPump.WHY;
import static io.pumphouse.agent.write.GuardedPump.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.ledger.Event;
import io.pumphouse.agent.ledger.Swedish;
import io.pumphouse.hal.pump.Written;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.web.model.WriteOrder;
import io.pumphouse.web.model.WriteReport;
import io.pumphouse.web.model.WriteReport.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What came of an order: what is told, and what stays as an event. */
final class WriteOutcomeTest {
  private final GuardedPump house = new GuardedPump();

  @Test
  void aWriteNeedsAReason() {
    for (String why : List.of("", "  ", "two\nlines", "x".repeat(201))) {
      WriteReport report =
          house.open().write(new WriteOrder(HOUSE, "room_setpoint", "21", "anna", why));
      assertThat(report.cause()).contains("a reason");
    }
    assertThat(house.written).isEmpty();
  }

  @Test
  void everyOrderIsAnEventWithWhoAndWhy() {
    house.open().write(order("room_setpoint", "21.5"));

    assertThat(house.events)
        .containsExactly(
            new Event(
                house.time.now(),
                Event.Kind.WRITE_ORDERED,
                "house",
                "room_setpoint to 21.5, by anna: " + WHY),
            new Event(
                house.time.now(),
                Event.Kind.WRITTEN,
                "house",
                "room_setpoint from 20.5 °C to 21.5: done (read back as 21.5 °C), by anna: "
                    + WHY));
  }

  @Test
  void pagesInSwedishSayTheSame() {
    house.open().write(order("room_setpoint", "21.5"));

    assertThat(house.events)
        .extracting(Swedish::of)
        .containsExactly(
            "room_setpoint till 21.5, av anna: " + WHY,
            "room_setpoint från 20.5 °C till 21.5: klart (read back as 21.5 °C), av anna: " + WHY);
  }

  @Test
  void anOrderThatWasRefusedIsAnEventThatCannotDriveATerminal() {
    house.open().write(new WriteOrder(HOUSE, "\u001b[2J", "21", "anna", WHY));

    assertThat(house.events.getFirst().kind()).isEqualTo(Event.Kind.NOT_WRITTEN);
    assertThat(house.events.getFirst().text()).doesNotContain("\u001b").contains("by anna");
  }

  @Test
  void anUnknownOutcomeIsAnEventOfItsOwn() {
    house.pump =
        _ ->
            new Written.Unknown(
                new Fault.NoAnswer(Duration.ofSeconds(1)), "read it", house.time.now());
    WriteReport report = house.open().write(order("room_setpoint", "21.5"));

    assertThat(report.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(report.after()).isEmpty();
    assertThat(house.events.getLast().kind()).isEqualTo(Event.Kind.WRITE_UNKNOWN);
  }

  @Test
  void aPumpThatTakesNoNoticeIsToldWithWhatItSaysNow() {
    house.pump = _ -> new Written.Ignored(200, house.time.now());
    WriteReport report = house.open().write(order("room_setpoint", "21.5"));

    assertThat(report.outcome()).isEqualTo(Outcome.IGNORED);
    assertThat(report.cause()).isEqualTo("the pump said yes, but reads back 20.0 °C");
    assertThat(report.isDone()).isFalse();
  }

  @Test
  void anAlarmResetIsAPressThatIsAccepted() {
    WriteReport report =
        house.guard(Set.of(new RegisterId("40023"))).resetAlarm(HOUSE, "anna", "tried once");

    assertThat(report.outcome()).isEqualTo(Outcome.ACCEPTED);
    assertThat(house.written).containsExactly(1L);
    assertThat(house.guard(Set.of()).resetAlarm(HOUSE, "anna", "again").outcome())
        .isEqualTo(Outcome.FORBIDDEN);
  }
}
