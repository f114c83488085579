package io.pumphouse.hal.modbus;

import static io.pumphouse.hal.modbus.Bench.id;
import static io.pumphouse.hal.modbus.Bench.ids;
import static io.pumphouse.hal.modbus.Bench.inputs;
import static io.pumphouse.hal.modbus.Bench.words;
import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.map.Quirk;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.pump.PlannedRead;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Space;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which registers share a request, and what that is reckoned to cost. */
class ModbusRequestsTest {
  private final Bench device = new Bench();

  private static List<String> spans(ModbusPump pump, List<RegisterId> asked) {
    return pump.plan(asked).stream().map(PlannedRead::span).toList();
  }

  @Test
  void aRegisterThatAnswersAgainSharesARequestAgain() {
    device.absent.add(13);
    ModbusPump pump = device.pump(Bench.map(inputs(10, 17), 20));
    pump.read(ids(10, 17));
    device.absent.clear();
    assertThat(spans(pump, ids(10, 17))).containsExactly("input 10-12", "input 13", "input 14-17");

    pump.read(ids(13, 13));

    assertThat(spans(pump, ids(10, 17))).containsExactly("input 10-17");
  }

  @Test
  void noRequestTouchesARegisterThatIsLeftAlone() {
    ModbusPump pump = device.pump(Bench.map(inputs(10, 17), 20));
    pump.leaveAlone(id(Space.INPUT, 13));

    assertThat(spans(pump, List.of(id(Space.INPUT, 12), id(Space.INPUT, 14))))
        .containsExactly("input 12", "input 14");
  }

  @Test
  void aFailureInsideThePumpIsNarrowedDownToo() {
    device.absentCode = 4;
    device.absent.add(13);

    assertThat(words(device.pump(Bench.map(inputs(10, 17), 20)).read(ids(10, 17))))
        .containsExactly("10", "11", "12", "refused:4", "14", "15", "16", "17");
  }

  @Test
  void withoutALogSetEveryRegisterIsAskedAlone() {
    ModbusPump pump = new ModbusPump(device.bus(), 1, logSetMap(), Set.of());

    assertThat(spans(pump, ids(10, 12))).containsExactly("input 10", "input 11", "input 12");
  }

  @Test
  void onlyWhatTheLogSetListsSharesARequest() {
    Set<RegisterId> listed = Set.copyOf(ids(10, 12));
    ModbusPump pump = new ModbusPump(device.bus(), 1, logSetMap(), listed);

    assertThat(spans(pump, ids(10, 14))).containsExactly("input 10-12", "input 13", "input 14");
  }

  private static RegisterMap logSetMap() {
    return Bench.map(inputs(10, 17), Set.of(Quirk.LOG_SET), 20);
  }

  /** 8 bytes of question, 5 and 6 of answer at 9600 baud, 20 ms for the device, 3.5 characters. */
  @Test
  void lineTimeFollowsTheMeasuredTurnaround() {
    ModbusPump pump = device.pump(Bench.map(inputs(10, 12), 20));
    for (int i = 0; i < 100; i++) {
      pump.read(ids(10, 12));
    }

    // A scripted line carries bytes in no time, so part of the 20 ms is taken for the wire.
    Duration wire = Duration.ofNanos(1_041_666L * 19);
    Duration gap = Duration.ofNanos(1_041_666L * 7 / 2);
    assertThat(pump.plan(ids(10, 12)).getFirst().lineTime())
        .isBetween(wire.plus(gap), Duration.ofMillis(21).plus(gap));
  }

  @Test
  void aPlanIsKeptWhileItIsRight() {
    ModbusPump pump = device.pump(Bench.map(inputs(10, 17), 4));

    assertThat(pump.plan(ids(10, 17))).isSameAs(pump.plan(ids(10, 17)));
  }

  @Test
  void aRequestPlannedBeforeACutWasLearnedKeepsToIt() {
    ModbusPump pump = device.pump(Bench.map(inputs(10, 17), 20));
    List<RegisterId> planned = pump.plan(ids(10, 17)).getFirst().registers();
    pump.leaveAlone(id(Space.INPUT, 13));

    assertThat(words(pump.read(planned)))
        .containsExactly("10", "11", "12", "13", "14", "15", "16", "17");
    assertThat(device.questions).hasSize(3);
  }
}
