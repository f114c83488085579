package io.pumphouse.hal.modbus;

import static io.pumphouse.hal.modbus.Bench.inputs;
import static io.pumphouse.hal.modbus.Bench.register;
import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.line.Wiring;
import io.pumphouse.hal.map.AddressRange;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.RegisterType;
import io.pumphouse.hal.reading.Space;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ReadPlanTest {
  private static final RequestCost COST =
      new RequestCost(
          Framing.RTU,
          Timing.of(
              new Wiring.Serial("/dev/ttyUSB0", 9600, Wiring.Parity.NONE, 1),
              Bench.ANSWER_WITHIN,
              Duration.ZERO),
          Duration.ofMillis(20));

  private final Cuts cuts = new Cuts();

  private List<String> plan(RegisterMap map, List<Register> asked) {
    return new ReadPlan(map, Set.of())
        .blocks(asked, cuts, COST).stream().map(Block::toString).toList();
  }

  @Test
  void neighboursShareARequest() {
    assertThat(plan(Bench.map(inputs(10, 14), 20), inputs(10, 14)))
        .containsExactly("read input 10..14");
  }

  @Test
  void aRequestIsNoLongerThanTheModelAllows() {
    assertThat(plan(Bench.map(inputs(10, 19), 4), inputs(10, 19)))
        .containsExactly("read input 10..13", "read input 14..17", "read input 18..19");
  }

  @Test
  void aGapThatTheMapKnowsIsBridged() {
    List<Register> ends = List.of(inputs(10, 10).getFirst(), inputs(14, 14).getFirst());

    assertThat(plan(Bench.map(inputs(10, 14), 20), ends)).containsExactly("read input 10..14");
  }

  @Test
  void aGapThatTheMapDoesNotKnowIsNot() {
    List<Register> ends = List.of(inputs(10, 10).getFirst(), inputs(14, 14).getFirst());

    assertThat(plan(Bench.map(ends, 20), ends))
        .containsExactly("read input 10..10", "read input 14..14");
  }

  @Test
  void spacesAreApart() {
    List<Register> rows =
        List.of(
            register(Space.HOLDING, 1, RegisterType.U16),
            register(Space.INPUT, 2, RegisterType.U16),
            register(Space.COIL, 3, RegisterType.BIT));

    assertThat(plan(Bench.map(rows, 20), rows))
        .containsExactlyInAnyOrder("read coil 3..3", "read input 2..2", "read holding 1..1");
  }

  @Test
  void aRequestStaysInsideOneReadableRange() {
    RegisterMap map =
        Bench.map(
            inputs(10, 14),
            20,
            new AddressRange(Space.INPUT, 0, 12),
            new AddressRange(Space.INPUT, 13, 20));

    assertThat(plan(map, inputs(10, 14))).containsExactly("read input 10..12", "read input 13..14");
  }

  @Test
  void a32BitRegisterIsNeverSplit() {
    List<Register> rows =
        Stream.of(10, 12, 14).map(at -> register(Space.INPUT, at, RegisterType.U32)).toList();

    assertThat(plan(Bench.map(rows, 3), rows))
        .containsExactly("read input 10..11", "read input 12..13", "read input 14..15");
  }

  @Test
  void noRequestCrossesACut() {
    cuts.around(inputs(12, 12).getFirst());

    assertThat(plan(Bench.map(inputs(10, 14), 20), inputs(10, 14)))
        .containsExactly("read input 10..11", "read input 12..12", "read input 13..14");
  }

  /** Whatever is asked of whatever map, every register is asked for once and every limit kept. */
  @RepeatedTest(50)
  void everyPlanIsWhole(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    List<Register> rows = randomRows(random);
    int most = 2 + random.nextInt(20);
    List<Register> asked = new ArrayList<>(rows.subList(0, 1 + random.nextInt(rows.size())));
    Collections.shuffle(asked, random);

    List<Block> blocks = new ReadPlan(Bench.map(rows, most), Set.of()).blocks(asked, cuts, COST);

    assertThat(blocks.stream().flatMap(block -> block.registers().stream()))
        .containsExactlyInAnyOrderElementsOf(asked);
    assertThat(blocks)
        .allSatisfy(
            block -> {
              assertThat(block.end() - block.address()).isLessThanOrEqualTo(most);
              assertThat(block.registers())
                  .allMatch(row -> row.space() == block.space())
                  .allMatch(row -> block.address() <= row.address() && row.end() <= block.end());
            });
  }

  private static List<Register> randomRows(Random random) {
    List<Register> rows = new ArrayList<>();
    int address = 0;
    for (int i = 0; i < 60; i++) {
      address += random.nextInt(3) == 0 ? random.nextInt(5) : 0;
      RegisterType type = random.nextBoolean() ? RegisterType.U16 : RegisterType.S32;
      rows.add(register(random.nextBoolean() ? Space.INPUT : Space.HOLDING, address, type));
      address += type.width();
    }
    return rows;
  }
}
