package io.pumphouse.agent.poll;

import static io.pumphouse.agent.poll.ScriptedPump.HOURS;
import static io.pumphouse.agent.poll.ScriptedPump.NAMELESS;
import static io.pumphouse.agent.poll.ScriptedPump.NOON;
import static io.pumphouse.agent.poll.ScriptedPump.OUTDOOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.line.FakeTime;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.map.WordOrder;
import io.pumphouse.hal.pump.HeatPump;
import io.pumphouse.hal.pump.Link;
import io.pumphouse.hal.pump.PlannedRead;
import io.pumphouse.hal.pump.Written;
import io.pumphouse.hal.reading.Decoding;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Missing;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Sample;
import io.pumphouse.web.model.Last;
import io.pumphouse.web.model.RegisterStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

final class RegisterBookTest {
  private static final PumpId HOUSE = new PumpId("house");
  private static final Reading VALUE = new Reading(OUTDOOR, NOON, -38);
  private static final Invalid REFUSED = new Invalid(OUTDOOR, NOON, new Fault.Refused(2));

  private final FakeTime time = new FakeTime();
  private final RegisterBook book =
      new RegisterBook(
          List.of(
              Assignment.of(
                  HOUSE,
                  new ScriptedPump(id -> new Missing(id, NOON)),
                  Duration.ofSeconds(5),
                  Map.of())),
          time);

  RegisterBookTest() {
    time.advance(NOON.sinceBoot().plusSeconds(10));
  }

  private void hears(Sample... samples) {
    book.offer(new Batch(HOUSE, new Link.Up(), Duration.ZERO, List.of(samples), true));
  }

  private RegisterStatus outdoor() {
    return book.register(HOUSE, "outdoor_temp").orElseThrow();
  }

  @Test
  void everyRegisterOfTheMapIsThereAskedOrNot() {
    assertThat(book.registers(HOUSE))
        .extracting(status -> status.register().id())
        .containsExactly(OUTDOOR, HOURS, NAMELESS);
    assertThat(book.registers(HOUSE))
        .extracting(RegisterStatus::every)
        .containsExactly(Duration.ofSeconds(5), Duration.ofMinutes(1), Duration.ZERO);
    assertThat(outdoor().newest()).isEqualTo(new Last.Never<>());
  }

  @Test
  void aRegisterIsFoundByMetricNumberAndPublicName() {
    assertThat(book.register(HOUSE, "30002")).contains(outdoor());
    assertThat(book.register(HOUSE, "register:40940").orElseThrow().register().id())
        .isEqualTo(NAMELESS);
    assertThat(book.register(HOUSE, "1")).isEmpty();
    assertThat(book.register(HOUSE, " ")).isEmpty();
    assertThat(book.register(new PumpId("barn"), "30002")).isEmpty();
  }

  @Test
  void theLastValueSurvivesAFaultAndTheLastFaultAValue() {
    hears(VALUE);
    hears(REFUSED);
    assertThat(outdoor().newest()).isEqualTo(new Last.Was<>(REFUSED, Duration.ofSeconds(10)));
    assertThat(outdoor().good()).isEqualTo(new Last.Was<>(VALUE, Duration.ofSeconds(10)));
    hears(VALUE);

    assertThat(outdoor().bad()).isEqualTo(new Last.Was<>(REFUSED, Duration.ofSeconds(10)));
    assertThat(List.of(outdoor().values(), outdoor().missing(), outdoor().faults()))
        .containsExactly(2L, 0L, 1L);
  }

  @Test
  void quarantineIsNoFaultOfItsOwn() {
    Invalid alone =
        new Invalid(OUTDOOR, NOON, new Fault.Quarantined(Instant.parse("2026-01-01T12:01:00Z")));
    hears(REFUSED);
    hears(alone);

    assertThat(outdoor().newest()).isEqualTo(new Last.Was<>(alone, Duration.ofSeconds(10)));
    assertThat(outdoor().bad()).isEqualTo(new Last.Was<>(REFUSED, Duration.ofSeconds(10)));
    assertThat(outdoor().faults()).isEqualTo(1);
  }

  @Test
  void wordsAreThoseOnTheWire() {
    hears(VALUE);
    assertThat(outdoor().words()).containsExactly(0xFFDA);
    hears(new Invalid(OUTDOOR, NOON, new Fault.Implausible(-32768)));
    assertThat(outdoor().words()).containsExactly(0x8000);
    hears(REFUSED);
    assertThat(outdoor().words()).isEmpty();
  }

  @Test
  void aRegisterThatIsNotFittedIsCountedApart() {
    hears(new Missing(OUTDOOR, NOON));

    assertThat(List.of(outdoor().values(), outdoor().missing(), outdoor().faults()))
        .containsExactly(0L, 1L, 0L);
  }

  @Test
  void wordsAreDecodedForTheRegister() {
    assertThat(book.decode(HOUSE, OUTDOOR, List.of(0xFFDA)))
        .filteredOn(Decoding::isLikely)
        .extracting(Decoding::type, way -> way.value().toPlainString())
        .containsExactly(Tuple.tuple("s16", "-3.8"));
    assertThat(book.decode(HOUSE, new RegisterId("1"), List.of(1))).isEmpty();
  }

  /** MODBUS 40 sends the words of wide numbers in an order that each pump has for itself. */
  @Test
  void wordsStandInTheOrderThatIsProvenOfThePump() {
    RegisterId starts = new RegisterId("43416");
    HeatPump proven = new Proven(Shipped.map("nibe-f1255"), WordOrder.HIGH_FIRST);
    RegisterBook wide =
        new RegisterBook(
            List.of(Assignment.of(HOUSE, proven, Duration.ofSeconds(5), Map.of())), time);
    List<Sample> heard = List.of(new Reading(starts, NOON, 0x12345));
    wide.offer(new Batch(HOUSE, new Link.Up(), Duration.ZERO, heard, true));

    assertThat(wide.register(HOUSE, "43416").orElseThrow().words()).containsExactly(1, 0x2345);
  }

  private record Proven(RegisterMap map, WordOrder order) implements HeatPump {
    @Override
    public Optional<WordOrder> wordOrder() {
      return Optional.of(order);
    }

    @Override
    public List<PlannedRead> plan(Collection<RegisterId> registers) {
      return List.of();
    }

    @Override
    public List<Sample> read(Collection<RegisterId> registers) {
      return List.of();
    }

    @Override
    public Written write(RegisterId register, long raw) {
      return new Written.Done(raw, NOON);
    }

    @Override
    public Link link() {
      return new Link.Up();
    }
  }
}
