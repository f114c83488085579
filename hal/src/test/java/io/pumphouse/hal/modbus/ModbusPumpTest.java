package io.pumphouse.hal.modbus;

import static io.pumphouse.hal.modbus.Bench.id;
import static io.pumphouse.hal.modbus.Bench.inputs;
import static io.pumphouse.hal.modbus.Bench.register;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.pumphouse.hal.line.FakeTime;
import io.pumphouse.hal.line.Line;
import io.pumphouse.hal.line.TcpLine;
import io.pumphouse.hal.line.Wiring;
import io.pumphouse.hal.map.Quirk;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.pump.Link;
import io.pumphouse.hal.pump.PlannedRead;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Missing;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.RegisterType;
import io.pumphouse.hal.reading.Sample;
import io.pumphouse.hal.reading.Space;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ModbusPumpTest {
  private final Bench device = new Bench();

  private ModbusPump pump(RegisterMap map) {
    return new ModbusPump(device.bus(), 1, map);
  }

  private static List<RegisterId> ids(int first, int last) {
    return IntStream.rangeClosed(first, last).mapToObj(at -> id(Space.INPUT, at)).toList();
  }

  private static List<String> words(List<Sample> samples) {
    return samples.stream()
        .map(
            sample ->
                switch (sample) {
                  case Reading reading -> Long.toString(reading.raw());
                  case Missing _ -> "missing";
                  case Invalid invalid -> invalid.fault().code();
                })
        .toList();
  }

  @Test
  void samplesComeInTheOrderAsked() {
    ModbusPump pump = pump(Bench.map(inputs(10, 14), 20));

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

    assertThat(words(pump(Bench.map(rows, 20)).read(ids(10, 12))))
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

    assertThat(words(pump(Bench.map(rows, 20)).read(rows.stream().map(Register::id).toList())))
        .containsExactly("1", "0", "0", "1", "0", "0", "1", "0", "0", "1");
  }

  @Test
  void anAbsentRegisterDoesNotCostItsNeighbours() {
    device.absent.add(13);

    assertThat(words(pump(Bench.map(inputs(10, 17), 20)).read(ids(10, 17))))
        .containsExactly("10", "11", "12", "refused:2", "14", "15", "16", "17");
  }

  @Test
  void anAbsentRegisterIsRememberedAndAskedAlone() {
    device.absent.add(13);
    ModbusPump pump = pump(Bench.map(inputs(10, 17), 20));
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
    ModbusPump pump = pump(Bench.map(inputs(10, 14), 20));
    assertThat(words(pump.read(asked))).containsExactly("10", "14");
    device.questions.clear();

    assertThat(words(pump.read(asked))).containsExactly("10", "14");
    assertThat(device.questions).hasSize(2);
  }

  @Test
  void aBusyPumpInvalidatesTheBlockAndIsNotAskedAgain() {
    device.absentCode = 6;
    device.absent.add(13);

    assertThat(words(pump(Bench.map(inputs(10, 13), 20)).read(ids(10, 13))))
        .containsOnly("refused:6");
    assertThat(device.questions).hasSize(1);
  }

  @Test
  void aRefusalIsALivingLink() {
    device.absent.add(10);
    ModbusPump pump = pump(Bench.map(inputs(10, 10), 20));
    pump.read(ids(10, 10));

    assertThat(pump.link()).isEqualTo(new Link.Up());
  }

  @Test
  void aDeadPumpCostsOneTimeoutHoweverManyBlocks() {
    device.isDead = true;
    ModbusPump pump = pump(Bench.map(inputs(10, 49), 4));
    long before = device.time.nanos();

    assertThat(words(pump.read(ids(10, 49)))).hasSize(40).containsOnly("no-answer");
    assertThat(Duration.ofNanos(device.time.nanos() - before))
        .isLessThan(Bench.ANSWER_WITHIN.multipliedBy(2));
  }

  @Test
  void aDeadPumpIsSilentAndSaysWhatToDo() {
    device.isDead = true;
    ModbusPump pump = pump(Bench.map(inputs(10, 12), 20));
    pump.read(ids(10, 12));

    assertThat(pump.link())
        .isInstanceOfSatisfying(
            Link.Silent.class,
            link -> {
              assertThat(link.cause())
                  .startsWith("read input 10..12 on scripted line unit 1: no answer in 5");
              assertThat(link.next()).contains("unit 1", "baud", "A and B");
            });
  }

  @Test
  void aPumpThatComesBackIsUp() {
    device.isDead = true;
    ModbusPump pump = pump(Bench.map(inputs(10, 12), 20));
    pump.read(ids(10, 12));
    device.isDead = false;

    assertThat(words(pump.read(ids(10, 12)))).containsExactly("10", "11", "12");
    assertThat(pump.link()).isEqualTo(new Link.Up());
  }

  @Test
  void aLineThatCannotBeOpenedIsDown() throws IOException {
    int nobody;
    try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = gone.getLocalPort();
    }
    Line line = new TcpLine("127.0.0.1", nobody, Duration.ofSeconds(1));
    Timing timing =
        Timing.of(new Wiring.Tcp("127.0.0.1", nobody), Duration.ofMillis(100), Duration.ZERO);
    ModbusPump pump =
        new ModbusPump(
            new ModbusBus(line, Framing.TCP, timing, new FakeTime()),
            1,
            Bench.map(inputs(10, 12), 2));

    assertThat(pump.read(ids(10, 12)))
        .allSatisfy(
            sample -> assertThat(((Invalid) sample).fault()).isInstanceOf(Fault.LineDown.class));
    assertThat(pump.link())
        .isInstanceOfSatisfying(
            Link.Down.class, link -> assertThat(link.cause()).endsWith("connection refused"));
  }

  @Test
  void nothingAskedIsNothingSaid() {
    ModbusPump pump = pump(Bench.map(inputs(10, 12), 20));

    assertThat(pump.read(List.of())).isEmpty();
    assertThat(pump.link()).isEqualTo(new Link.Untried());
  }

  @Test
  void aRegisterTheMapDoesNotHaveIsABug() {
    ModbusPump pump = pump(Bench.map(inputs(10, 12), 20));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> pump.read(ids(13, 13)))
        .withMessage("bench has no register input13");
  }

  private static List<String> spans(ModbusPump pump, List<RegisterId> asked) {
    return pump.plan(asked).stream().map(PlannedRead::span).toList();
  }

  @Test
  void aRegisterThatAnswersAgainSharesARequestAgain() {
    device.absent.add(13);
    ModbusPump pump = pump(Bench.map(inputs(10, 17), 20));
    pump.read(ids(10, 17));
    device.absent.clear();
    assertThat(spans(pump, ids(10, 17))).containsExactly("input 10-12", "input 13", "input 14-17");

    pump.read(ids(13, 13));

    assertThat(spans(pump, ids(10, 17))).containsExactly("input 10-17");
  }

  @Test
  void noRequestTouchesARegisterThatIsLeftAlone() {
    ModbusPump pump = pump(Bench.map(inputs(10, 17), 20));
    pump.leaveAlone(id(Space.INPUT, 13));

    assertThat(spans(pump, List.of(id(Space.INPUT, 12), id(Space.INPUT, 14))))
        .containsExactly("input 12", "input 14");
  }

  @Test
  void aFailureInsideThePumpIsNarrowedDownToo() {
    device.absentCode = 4;
    device.absent.add(13);

    assertThat(words(pump(Bench.map(inputs(10, 17), 20)).read(ids(10, 17))))
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
    ModbusPump pump = pump(Bench.map(inputs(10, 12), 20));
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
    ModbusPump pump = pump(Bench.map(inputs(10, 17), 4));

    assertThat(pump.plan(ids(10, 17))).isSameAs(pump.plan(ids(10, 17)));
  }

  @Test
  void aRequestPlannedBeforeACutWasLearnedKeepsToIt() {
    ModbusPump pump = pump(Bench.map(inputs(10, 17), 20));
    List<RegisterId> planned = pump.plan(ids(10, 17)).getFirst().registers();
    pump.leaveAlone(id(Space.INPUT, 13));

    assertThat(words(pump.read(planned)))
        .containsExactly("10", "11", "12", "13", "14", "15", "16", "17");
    assertThat(device.questions).hasSize(3);
  }
}
