package io.pumphouse.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.reading.Decoding;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.RegisterType;
import io.pumphouse.hal.reading.Space;
import io.pumphouse.hal.reading.Unit;
import io.pumphouse.web.model.Last;
import io.pumphouse.web.model.RegisterStatus;
import io.pumphouse.web.model.Registers;
import io.pumphouse.web.sample.FakeBackups;
import io.pumphouse.web.sample.FakeSettings;
import io.pumphouse.web.sample.Villa;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class RegisterListTest {
  private static final Frames FRAMES =
      new Frames(
          Villa.SITE,
          Villa.live(),
          new FakeBackups(),
          new ChosenTongue(new FakeSettings()),
          Assets.load(""),
          Villa.time(),
          "1.2.3");

  @Test
  void aThousandRegistersComeAPageAtATime() {
    RegisterList second = list("", "all", 2);

    assertThat(second.found()).isEqualTo(1_000);
    assertThat(second.pages()).isEqualTo(34);
    assertThat(second.rows()).hasSize(30);
    assertThat(second.rows().getFirst().number()).isEqualTo("40030");
  }

  @Test
  void aTextFindsNumbersAndLabelsInAnyCase() {
    assertThat(list("40123", "all", 1).rows()).hasSize(1);
    assertThat(list("sensor 77", "all", 1).found()).isEqualTo(11);
  }

  @Test
  void whatIsOnlyAskedOnDemandIsShownWhenAllAreWanted() {
    assertThat(list("", "asked", 1).found()).isEqualTo(500);
    assertThat(list("", "faulty", 1).rows()).isEmpty();
  }

  @Test
  void aPageBeyondTheLastIsEmpty() {
    assertThat(list("", "all", 99).rows()).isEmpty();
  }

  private static RegisterList list(String text, String show, int page) {
    RegisterFilter filter = new RegisterFilter("house", text, show, page);
    return RegisterList.of(Tongue.ENGLISH, FRAMES, new Thousand(), filter);
  }

  /** Every second one is polled; none was ever asked. */
  private static final class Thousand implements Registers {
    @Override
    public Stream<RegisterStatus> registers(PumpId pump) {
      return IntStream.range(0, 1_000).mapToObj(Thousand::status);
    }

    private static RegisterStatus status(int number) {
      RegisterId id = new RegisterId(String.valueOf(40_000 + number));
      Register register =
          new Register(
              id,
              Space.HOLDING,
              number,
              RegisterType.S16,
              BigDecimal.ONE,
              Unit.CELSIUS,
              false,
              -1_000,
              1_000,
              Set.of(),
              "Sensor " + number,
              "made up");
      return new RegisterStatus(
          "register:" + id.name(),
          register,
          number % 2 == 0 ? Duration.ofSeconds(5) : Duration.ZERO,
          new Last.Never<>(),
          new Last.Never<>(),
          new Last.Never<>(),
          List.of(),
          0,
          0,
          0);
    }

    @Override
    public Optional<RegisterStatus> register(PumpId pump, String name) {
      return Optional.empty();
    }

    @Override
    public List<Decoding> decode(PumpId pump, RegisterId register, List<Integer> words) {
      return List.of();
    }
  }
}
