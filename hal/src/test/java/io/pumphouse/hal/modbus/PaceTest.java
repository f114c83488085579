package io.pumphouse.hal.modbus;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.map.Quirk;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.RegisterType;
import io.pumphouse.hal.reading.Space;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How long a unit is left alone between questions, and how long it may take. */
class PaceTest {
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration SLOWEST = Duration.ofMillis(2100);
  private static final List<RegisterId> LISTED = ids(10, 19);
  private static final List<RegisterId> OTHER = ids(20, 20);

  private final Bench device = new Bench();
  private final RegisterMap map = Bench.map(registers(), Set.of(Quirk.LOG_SET), 20);

  private static List<Register> registers() {
    return IntStream.rangeClosed(10, 29)
        .mapToObj(at -> Bench.register(Space.INPUT, at, RegisterType.U16))
        .toList();
  }

  private static List<RegisterId> ids(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(at -> Bench.id(Space.INPUT, at)).toList();
  }

  private ModbusPump modbus40() {
    Timing timing = new Timing(SLOWEST, SLOWEST, Duration.ofMillis(4), PAUSE, Duration.ZERO);
    return new ModbusPump(device.bus(timing), 1, map, Set.copyOf(LISTED));
  }

  private Duration timeFor(Runnable work) {
    long before = device.time.nanos();
    work.run();
    return Duration.ofNanos(device.time.nanos() - before);
  }

  @Test
  void afterListedRegistersThePumpWantsNoPause() {
    ModbusPump pump = modbus40();
    pump.plan(LISTED);
    pump.read(LISTED);

    assertThat(timeFor(() -> pump.read(LISTED))).isLessThan(Duration.ofMillis(50));
  }

  @Test
  void afterAnyOtherItWantsOne() {
    ModbusPump pump = modbus40();
    pump.read(OTHER);

    assertThat(timeFor(() -> pump.read(LISTED))).isGreaterThan(PAUSE);
  }

  @Test
  void listedRegistersAreAnsweredWithinHalfASecondOrNotAtAll() {
    ModbusPump pump = modbus40();
    pump.plan(LISTED);
    device.isDead = true;

    assertThat(pump.read(LISTED))
        .allSatisfy(
            sample ->
                assertThat(((Invalid) sample).fault())
                    .isEqualTo(new Fault.NoAnswer(Duration.ofMillis(500))));
  }

  @Test
  void noMoreRegistersASecondThanTheMakerAllows() {
    Timing timing =
        new Timing(SLOWEST, SLOWEST, Duration.ofMillis(4), Duration.ZERO, Duration.ZERO, 20);
    ModbusBus bus = device.bus(timing);
    Question tenRegisters = new Question.Read(Space.INPUT, 10, 10);
    Runnable fiveTimes = () -> IntStream.range(0, 5).forEach(_ -> bus.ask(1, tenRegisters));

    assertThat(timeFor(fiveTimes)).isBetween(Duration.ofSeconds(2), Duration.ofMillis(2200));
  }
}
