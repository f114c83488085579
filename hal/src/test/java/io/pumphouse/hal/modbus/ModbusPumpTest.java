package io.pumphouse.hal.modbus;

import static io.pumphouse.hal.modbus.Bench.id;
import static io.pumphouse.hal.modbus.Bench.ids;
import static io.pumphouse.hal.modbus.Bench.inputs;
import static io.pumphouse.hal.modbus.Bench.register;
import static io.pumphouse.hal.modbus.Bench.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.pumphouse.hal.pump.Link;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.RegisterType;
import io.pumphouse.hal.reading.Sample;
import io.pumphouse.hal.reading.Space;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ModbusPumpTest {
  private final Bench device = new Bench();

  @Test
  void samplesComeInTheOrderAsked() {
    ModbusPump pump = device.pump(Bench.map(inputs(10, 14), 20));

    List<Sample> samples =
        pump.read(List.of(id(Space.INPUT, 14), id(Space.INPUT, 10), id(Space.INPUT, 12)));

    assertThat(words(samples)).containsExactly("14", "10", "12");
    assertThat(device.questions).hasSize(1);
    assertThat(pump.link()).isEqualTo(new Link.Up());
  }

  @Test
  void wordsBecomeNumbersAndSentinelsMissing() {
    List<Register> rows =
        List.of(
            register(Space.INPUT, 10, RegisterType.S16),
            register(Space.INPUT, 11, RegisterType.S16),
            register(Space.INPUT, 12, RegisterType.U32));
    device.words.put(10, 0xFFDA);
    device.words.put(11, 0x8000);
    device.words.put(12, 0x3344);
    device.words.put(13, 0x1122);

    assertThat(words(device.pump(Bench.map(rows, 20)).read(ids(10, 12))))
        .containsExactly("-38", "missing", "287454020");
  }

  @Test
  void bitsAreRead() {
    List<Register> rows =
        IntStream.range(0, 10)
            .mapToObj(at -> register(Space.DISCRETE, at, RegisterType.BIT))
            .toList();
    for (int at = 0; at < 10; at++) {
      device.words.put(at, at % 3 == 0 ? 1 : 0);
    }

    assertThat(
            words(device.pump(Bench.map(rows, 20)).read(rows.stream().map(Register::id).toList())))
        .containsExactly("1", "0", "0", "1", "0", "0", "1", "0", "0", "1");
  }

  @Test
  void anAbsentRegisterDoesNotCostItsNeighbours() {
    device.absent.add(13);

    assertThat(words(device.pump(Bench.map(inputs(10, 17), 20)).read(ids(10, 17))))
        .containsExactly("10", "11", "12", "refused:2", "14", "15", "16", "17");
  }

  @Test
  void anAbsentRegisterIsRememberedAndAskedAlone() {
    device.absent.add(13);
    ModbusPump pump = device.pump(Bench.map(inputs(10, 17), 20));
    pump.read(ids(10, 17));
    device.questions.clear();

    assertThat(words(pump.read(ids(10, 17))))
        .containsExactly("10", "11", "12", "refused:2", "14", "15", "16", "17");
    assertThat(device.questions).hasSize(3);
  }

  @Test
  void anAbsentAddressInABridgedGapIsRememberedToo() {
    device.absent.add(12);
    List<RegisterId> asked = List.of(id(Space.INPUT, 10), id(Space.INPUT, 14));
    ModbusPump pump = device.pump(Bench.map(inputs(10, 14), 20));
    assertThat(words(pump.read(asked))).containsExactly("10", "14");
    device.questions.clear();

    assertThat(words(pump.read(asked))).containsExactly("10", "14");
    assertThat(device.questions).hasSize(2);
  }

  @Test
  void aBusyPumpInvalidatesTheBlockAndIsNotAskedAgain() {
    device.absentCode = 6;
    device.absent.add(13);

    assertThat(words(device.pump(Bench.map(inputs(10, 13), 20)).read(ids(10, 13))))
        .containsOnly("refused:6");
    assertThat(device.questions).hasSize(1);
  }

  @Test
  void nothingAskedIsNothingSaid() {
    ModbusPump pump = device.pump(Bench.map(inputs(10, 12), 20));

    assertThat(pump.read(List.of())).isEmpty();
    assertThat(pump.link()).isEqualTo(new Link.Untried());
  }

  @Test
  void aRegisterTheMapDoesNotHaveIsABug() {
    ModbusPump pump = device.pump(Bench.map(inputs(10, 12), 20));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> pump.read(ids(13, 13)))
        .withMessage("bench has no register input13");
  }
}
