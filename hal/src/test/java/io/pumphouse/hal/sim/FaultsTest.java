package io.pumphouse.hal.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.pumphouse.hal.modbus.RegisterBank.Refusal;
import io.pumphouse.hal.modbus.RegisterBank.Values;
import io.pumphouse.hal.reading.Space;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FaultsTest {
  @Test
  void theWordsAreThoseOfTheCommandLine() {
    assertThat(Arrays.stream(SimFault.values()).map(SimFault::word))
        .containsExactly("late", "silent", "garbled", "short", "exception", "unplug", "alarm");
    assertThat(SimFault.of("unplug")).contains(SimFault.UNPLUG);
    assertThat(SimFault.of("UNPLUG")).isEmpty();
  }

  @Test
  void aFaultStrikesAboutAsOftenAsItsShareSays() {
    assertThat(strikes(new Faults(1), 0.2)).isBetween(150L, 250L);
    assertThat(strikes(new Faults(1), 1)).isEqualTo(1000);
    assertThat(strikes(new Faults(1), 0)).isZero();
  }

  @Test
  void everyRunMeetsTheSameFate() {
    assertThat(fate(new Faults(7)))
        .isEqualTo(fate(new Faults(7)))
        .isNotEqualTo(fate(new Faults(8)));
  }

  @Test
  void aShareOutsideZeroToOneIsRefused() {
    Faults faults = new Faults(1);

    assertThatIllegalArgumentException().isThrownBy(() -> faults.set(SimFault.LATE, 1.1));
    assertThatIllegalArgumentException().isThrownBy(() -> faults.set(SimFault.LATE, -0.1));
  }

  @Test
  void exceptionRefusesReadsAndWritesUntilItEnds() {
    Faults faults = new Faults(1);
    VirtualHeatPump physics =
        new VirtualHeatPump(1, Drive.INVERTER, Instant.parse("2026-02-09T00:00:00Z"));
    FaultyBank bank =
        new FaultyBank(
            new SimulatedPump(new Panel(Maps.nibeS(), physics), new HandTime(), 1), faults);

    faults.set(SimFault.EXCEPTION, 1);
    assertThat(bank.read(Space.INPUT, 1, 1)).isEqualTo(new Refusal(4));
    assertThat(bank.write(Space.HOLDING, 30, List.of(2))).isEqualTo(new Refusal(4));

    faults.clear(SimFault.EXCEPTION);
    assertThat(bank.read(Space.HOLDING, 30, 1)).isEqualTo(new Values(List.of(1)));
    assertThat(bank.write(Space.HOLDING, 30, List.of(2))).isInstanceOf(Values.class);
  }

  private static long strikes(Faults faults, double share) {
    faults.set(SimFault.SILENT, share);
    return IntStream.range(0, 1000).filter(_ -> faults.strikes(SimFault.SILENT)).count();
  }

  private static List<Boolean> fate(Faults faults) {
    faults.set(SimFault.SILENT, 0.5);
    return IntStream.range(0, 50).mapToObj(_ -> faults.strikes(SimFault.SILENT)).toList();
  }
}
