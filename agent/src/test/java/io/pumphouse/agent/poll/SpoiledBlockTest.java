package io.pumphouse.agent.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.map.Model;
import io.pumphouse.hal.map.Quirk;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.map.Wire;
import io.pumphouse.hal.map.WordOrder;
import io.pumphouse.hal.modbus.Framing;
import io.pumphouse.hal.modbus.ModbusBus;
import io.pumphouse.hal.modbus.ModbusPump;
import io.pumphouse.hal.modbus.Timing;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Sample;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * A MODBUS 40 that refuses a whole block of its LOG.SET, and another unit on the same line: finding
 * out which registers are to blame takes dozens of slow requests.
 */
final class SpoiledBlockTest {
  private static final Duration OFTEN = Duration.ofSeconds(5);
  private static final Duration SELDOM = Duration.ofMinutes(1);
  private static final Duration ANSWER_WITHIN = Duration.ofMillis(2100);
  private static final Duration SLOW = Duration.ofMillis(480);
  private static final int MODBUS40 = 1;
  private static final int OTHER = 2;
  private static final int LISTED = 20;

  private final RotaBench bench = new RotaBench();
  private final RtuUnits units = new RtuUnits(bench.time);
  private final ModbusBus bus =
      new ModbusBus(
          units.line,
          Framing.RTU,
          new Timing(
              ANSWER_WITHIN,
              ANSWER_WITHIN,
              Duration.ofMillis(4),
              Duration.ofSeconds(1),
              Duration.ZERO),
          bench.time);

  SpoiledBlockTest() {
    units.add(OTHER, Duration.ofMillis(20), _ -> false);
    bench.assign("other", new ModbusPump(bus, OTHER, map(4, Set.of())), 4, OFTEN);
    RegisterMap map = map(LISTED, Set.of(Quirk.LOG_SET));
    Set<RegisterId> listed = map.registers().stream().map(Register::id).collect(Collectors.toSet());
    ModbusPump modbus40 = new ModbusPump(bus, MODBUS40, map, listed);
    bench.assign("house", modbus40, LISTED, SELDOM);
  }

  private static RegisterMap map(int registers, Set<Quirk> quirks) {
    Model model =
        new Model(
            "bench",
            "Bench",
            Set.of(Wire.RTU),
            WordOrder.LOW_FIRST,
            LISTED,
            32,
            Duration.ZERO,
            ANSWER_WITHIN,
            List.of(),
            2,
            List.of(0),
            quirks,
            Map.of());
    List<Register> rows = IntStream.range(0, registers).mapToObj(TimedPump::row).toList();
    return new RegisterMap(model, rows, Map.of());
  }

  @Test
  void theSearchGivesWayToOtherUnits() {
    units.add(MODBUS40, SLOW, _ -> true);

    bench.run(Duration.ofMinutes(3));

    assertThat(RotaBench.longestGap(askedAt(OTHER))).isLessThan(OFTEN.toSeconds() + 2.0);
    assertThat(askedAt(OTHER)).hasSize(36);
    assertThat(askedAt(MODBUS40).size()).isGreaterThan(2 * LISTED);
  }

  @Test
  void neighboursOfTheCulpritKeepTheirValues() {
    units.add(MODBUS40, SLOW, address -> address == 13);

    bench.run(Duration.ofSeconds(50));

    IntStream.range(0, LISTED)
        .filter(number -> number != 13)
        .forEach(
            number -> assertThat(house(number)).hasSize(1).first().isInstanceOf(Reading.class));
    assertThat(house(13)).hasSize(1).first().isInstanceOf(Invalid.class);
  }

  @Test
  void onceTheCulpritIsKnownTheOthersShareTheirRequestsAgain() {
    units.add(MODBUS40, SLOW, address -> address == 13);
    bench.run(Duration.ofSeconds(50));
    units.asked.clear();

    bench.run(SELDOM);

    assertThat(units.asked.stream().filter(each -> each.unit() == MODBUS40))
        .extracting(each -> each.address() + "+" + each.count())
        .containsExactlyInAnyOrder("0+13", "13+1", "14+6");
  }

  @Test
  void theSearchLocksNobodyAwayButTheCulprit() {
    units.add(MODBUS40, SLOW, address -> address == 13);

    bench.run(Duration.ofMinutes(5));

    assertThat(bench.memory.confined)
        .extracting(Confinement::register)
        .containsOnly(TimedPump.id(13));
  }

  @Test
  void whatSomebodyAsksForOutOfTurnIsSearchedInStepsToo() {
    units.add(MODBUS40, SLOW, address -> address == 13);
    List<RegisterId> all = IntStream.range(0, LISTED).mapToObj(TimedPump::id).toList();
    Errand errand = bench.rota().errand(new PumpId("house"), all).orElseThrow();

    while (!errand.isOver()) {
      int before = units.asked.size();
      errand.ask();
      assertThat(units.asked).hasSize(before + 1);
    }

    assertThat(errand.samples()).extracting(Sample::register).containsExactlyElementsOf(all);
    assertThat(errand.samples().stream().filter(Reading.class::isInstance)).hasSize(LISTED - 1);
  }

  private List<Double> askedAt(int unit) {
    return units.asked.stream()
        .filter(each -> each.unit() == unit)
        .map(RtuUnits.Asked::at)
        .toList();
  }

  private List<Sample> house(int number) {
    return bench.batches.stream()
        .filter(batch -> batch.pump().equals(new PumpId("house")))
        .flatMap(batch -> batch.samples().stream())
        .filter(sample -> sample.register().equals(TimedPump.id(number)))
        .toList();
  }
}
