package io.pumphouse.hal.modbus;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.line.FakeTime;
import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.line.ScriptedLine;
import io.pumphouse.hal.line.ScriptedLine.Breaks;
import io.pumphouse.hal.line.ScriptedLine.Cue;
import io.pumphouse.hal.line.ScriptedLine.Says;
import io.pumphouse.hal.line.Wiring;
import io.pumphouse.hal.map.Lookup;
import io.pumphouse.hal.map.Model;
import io.pumphouse.hal.map.Quirk;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.map.RegisterMaps;
import io.pumphouse.hal.map.WordOrder;
import io.pumphouse.hal.pump.Link;
import io.pumphouse.hal.pump.PlannedRead;
import io.pumphouse.hal.pump.Written;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Sample;
import io.pumphouse.hal.reading.Space;
import io.pumphouse.hal.sim.Drive;
import io.pumphouse.hal.sim.Panel;
import io.pumphouse.hal.sim.SimulatedPump;
import io.pumphouse.hal.sim.VirtualHeatPump;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A virtual F1255 behind every kind of MODBUS 40 that may exist, and some that should not. */
class ProbeTest {
  private static final RegisterId WORD_SWAP = new RegisterId("48852");
  private static final RegisterId DISABLE_LOG_SET = new RegisterId("48889");
  private static final RegisterId SETPOINT = new RegisterId("47398");
  private static final List<Integer> OFFSETS = List.of(0, 40_000, 40_001);
  private static final RegisterMap MAP = map(WordOrder.LOW_FIRST);
  private static final RegisterId OUTDOOR = id(Metric.OUTDOOR_TEMP);
  private static final RegisterId HOURS = id(Metric.COMPRESSOR_HOURS);

  private final FakeTime time = new FakeTime();
  private RegisterBank bank = (Nothing) (_, _, _) -> new RegisterBank.Refusal(2);
  private boolean isDead;
  private final ScriptedLine line = new ScriptedLine(time, this::answer);

  private List<Cue> answer(Frame sent) {
    RtuListener slave = new RtuListener(1, new Clerk(bank));
    return !isDead && slave.heard(sent) instanceof Turn.Answering(Frame answer)
        ? List.of(new Says(Duration.ofMillis(20), answer))
        : List.of();
  }

  /** A bank that nobody writes to. */
  private interface Nothing extends RegisterBank {
    @Override
    default Answer write(Space space, int address, List<Integer> values) {
      return new Refusal(1);
    }
  }

  private static RegisterMap map(WordOrder order) {
    if (!(new RegisterMaps().find("nibe-f1255") instanceof Lookup.Found(RegisterMap map))) {
      throw new AssertionError("nibe-f1255 is shipped");
    }
    Model model = map.model();
    Model modbus40 =
        new Model(
            model.id(),
            model.title(),
            model.wires(),
            order,
            model.registersPerRequest(),
            model.bitsPerRequest(),
            model.pause(),
            model.answerWithin(),
            model.readable(),
            model.exceptionForAbsent(),
            OFFSETS,
            Set.of(Quirk.WRITE_MULTIPLE, Quirk.LOG_SET, Quirk.WORD_SWAP),
            model.sources());
    return new RegisterMap(modbus40, map.registers(), map.metrics());
  }

  private static RegisterId id(Metric metric) {
    return MAP.find(metric).map(Register::id).orElseThrow();
  }

  private static int address(RegisterId id) {
    return MAP.find(id).map(Register::address).orElseThrow();
  }

  /** The virtual pump behind an accessory that adds this to every address and sends this order. */
  private void plugIn(int offset, WordOrder order, int wordSwap) {
    VirtualHeatPump virtual = VirtualHeatPump.atWork(1255, Drive.INVERTER, time.wall());
    SimulatedPump pump = new SimulatedPump(new Panel(map(order), virtual), time, 1);
    pump.write(Space.HOLDING, address(WORD_SWAP), List.of(wordSwap));
    bank = new Shifted(pump, offset);
  }

  private record Shifted(RegisterBank pump, int offset) implements RegisterBank {
    @Override
    public Answer read(Space space, int address, int count) {
      return address < offset ? new Refusal(2) : pump.read(space, address - offset, count);
    }

    @Override
    public Answer write(Space space, int address, List<Integer> values) {
      return address < offset ? new Refusal(2) : pump.write(space, address - offset, values);
    }
  }

  private ModbusPump pump(RegisterId... logSet) {
    Wiring wiring = new Wiring.Serial("/dev/ttyUSB0", 9600, Wiring.Parity.NONE, 1);
    Timing timing = Timing.of(wiring, List.of(MAP.model()));
    return new ModbusPump(new ModbusBus(line, Framing.RTU, timing, time), 1, MAP, Set.of(logSet));
  }

  private static long raw(Sample sample) {
    return switch (sample) {
      case Reading reading -> reading.raw();
      default -> throw new AssertionError(sample.toString());
    };
  }

  @ParameterizedTest
  @CsvSource({
    "0, LOW_FIRST, 1",
    "0, HIGH_FIRST, 0",
    "40000, LOW_FIRST, 1",
    "40000, HIGH_FIRST, 0",
    "40001, LOW_FIRST, 1",
    "40001, HIGH_FIRST, 0",
    // It says the one and does the other: the manual and the maps disagree.
    "0, LOW_FIRST, 0",
    "40001, HIGH_FIRST, 1"
  })
  void offsetAndWordOrderAreFound(int offset, WordOrder order, int wordSwap) {
    plugIn(offset, order, wordSwap);
    long outdoor = word(address(OUTDOOR) + offset);
    int hours = address(HOURS) + offset;
    long truth =
        order == WordOrder.LOW_FIRST
            ? word(hours + 1) << 16 | word(hours)
            : word(hours) << 16 | word(hours + 1);

    List<Sample> samples = pump().read(List.of(OUTDOOR, HOURS));

    assertThat((short) raw(samples.getFirst())).isEqualTo((short) outdoor);
    assertThat(raw(samples.getLast())).isEqualTo(truth).isPositive();
  }

  /** One address below the outdoor sensor nothing is; below the supply sensor, another system's. */
  @Test
  void aZeroBesideASensorThatIsNotFittedIsNoOutdoorTemperature() {
    plugIn(40_001, WordOrder.LOW_FIRST, 1);
    RegisterBank honest = bank;
    bank =
        (Nothing)
            (space, address, count) ->
                honest.read(space, address, count) instanceof RegisterBank.Values values
                    ? values
                    : new RegisterBank.Values(Collections.nCopies(count, 0));

    assertThat(raw(pump().read(List.of(OUTDOOR)).getFirst()))
        .isEqualTo((short) word(address(OUTDOOR) + 40_001))
        .isNotZero();
  }

  @Test
  void theWordsOfAWideNumberAreNotMadeUpWhereTheDeviceDecidesTheirOrder() {
    Register hours = MAP.find(HOURS).orElseThrow();
    Register outdoor = MAP.find(OUTDOOR).orElseThrow();

    assertThat(Words.said(MAP.model(), hours, 100_000)).isEmpty();
    assertThat(Words.said(MAP.model(), outdoor, -2)).containsExactly(0xFFFE);
  }

  @Test
  void whoeverSwapsTheWordsIsAskedForThemAnew() {
    plugIn(0, WordOrder.LOW_FIRST, 1);
    ModbusPump pump = pump();
    pump.read(List.of(HOURS));
    int questions = line.sent().size();
    pump.read(List.of(HOURS));
    assertThat(line.sent()).as("asked once more").hasSize(questions + 1);

    pump.write(WORD_SWAP, 0);
    questions = line.sent().size();
    pump.read(List.of(HOURS));

    assertThat(line.sent()).as("proven again first").hasSizeGreaterThan(questions + 1);
  }

  @Test
  void wordsSwappedInThePumpsOwnMenuAreNoticedWithinAnHour() {
    plugIn(0, WordOrder.LOW_FIRST, 1);
    ModbusPump pump = pump();
    long hours = raw(pump.read(List.of(HOURS)).getFirst());
    plugIn(0, WordOrder.HIGH_FIRST, 0);
    time.advance(Duration.ofMinutes(61));

    assertThat(raw(pump.read(List.of(HOURS)).getFirst())).isBetween(hours, hours + 2);
  }

  private long word(int address) {
    return switch (bank.read(Space.HOLDING, address, 1)) {
      case RegisterBank.Values(var words) -> words.getFirst();
      case RegisterBank.Refusal refusal -> throw new AssertionError(refusal.toString());
    };
  }

  @Test
  void aSettingIsWrittenWhereItLies() {
    plugIn(40_001, WordOrder.LOW_FIRST, 1);

    assertThat(pump().write(SETPOINT, 215)).isInstanceOf(Written.Done.class);
    assertThat(word(address(SETPOINT) + 40_001)).isEqualTo(215);
  }

  @Test
  void whereNoOffsetFitsNothingIsBelievedAndAllThatWasTriedIsTold() {
    bank = (Nothing) (_, address, _) -> new RegisterBank.Values(List.of(address == 3 ? 900 : 801));
    ModbusPump pump = pump();

    assertThat(pump.read(List.of(OUTDOOR, SETPOINT))).allMatch(Invalid.class::isInstance);
    assertThat(pump.link()).isInstanceOf(Link.Silent.class);
    assertThat(pump.link().cause())
        .contains("holding 3: 90.0")
        .contains("holding 40003: 80.1")
        .contains("holding 40004: 80.1");
    assertThat(pump.write(SETPOINT, 215)).isInstanceOf(Written.NotSent.class);
    assertThat(line.sent()).allMatch(frame -> frame.at(1) == 3);
  }

  @Test
  void zerosEverywhereAreNoOutdoorTemperature() {
    bank = (Nothing) (_, _, count) -> new RegisterBank.Values(Collections.nCopies(count, 0));

    assertThat(pump().read(List.of(OUTDOOR)).getFirst()).isInstanceOf(Invalid.class);
  }

  @Test
  void zeroDegreesOutdoorsIsATemperatureWhereTheWaterIsWarm() {
    RegisterBank freezing =
        (Nothing)
            (_, address, _) ->
                switch (address) {
                  case 40_003 -> new RegisterBank.Values(List.of(0));
                  case 40_011 -> new RegisterBank.Values(List.of(301));
                  default -> new RegisterBank.Refusal(2);
                };
    bank = freezing;

    assertThat(raw(pump().read(List.of(OUTDOOR)).getFirst())).isZero();
  }

  /**
   * A gateway that adds 40001 and answers zero for what is not there, at exactly 0.0 degrees: asked
   * with 40000, outdoors reads zero and the sensor of climate system 2 stands in for the supply.
   */
  @Test
  void aZeroBesideASensorOfAnotherClimateSystemIsNoOutdoorTemperature() {
    int offset = 40_001;
    int systemTwo = address(new RegisterId("40007")) + offset;
    int supply = address(id(Metric.SUPPLY_TEMP)) + offset;
    bank =
        (Nothing)
            (_, address, count) ->
                new RegisterBank.Values(
                    address == systemTwo
                        ? List.of(298)
                        : address == supply ? List.of(352) : Collections.nCopies(count, 0));
    ModbusPump pump = pump();

    assertThat(raw(pump.read(List.of(OUTDOOR)).getFirst())).isZero();
    assertThat(raw(pump.read(List.of(id(Metric.SUPPLY_TEMP))).getFirst())).isEqualTo(352);
  }

  @Test
  void whatIsProvenIsNotAskedAgain() {
    plugIn(40_000, WordOrder.LOW_FIRST, 1);
    ModbusPump pump = pump();
    pump.read(List.of(OUTDOOR));
    int sent = line.sent().size();

    pump.read(List.of(OUTDOOR));

    assertThat(line.sent()).hasSize(sent + 1);
  }

  @Test
  void afterTheLineWasDownEverythingIsProvenAnew() {
    plugIn(40_000, WordOrder.LOW_FIRST, 1);
    ModbusPump pump = pump();
    pump.read(List.of(OUTDOOR));
    line.cue(new Breaks(Duration.ofSeconds(2)));
    isDead = true;
    pump.read(List.of(OUTDOOR));
    assertThat(pump.link()).isInstanceOf(Link.Down.class);
    isDead = false;
    plugIn(0, WordOrder.HIGH_FIRST, 0);

    assertThat(raw(pump.read(List.of(OUTDOOR)).getFirst())).isEqualTo((short) word(3));
  }

  @Test
  void oneLostAnswerIsNoReasonToDoubtTwoAre() {
    plugIn(40_000, WordOrder.LOW_FIRST, 1);
    ModbusPump pump = pump();
    pump.read(List.of(OUTDOOR));
    isDead = true;
    pump.read(List.of(SETPOINT));
    isDead = false;
    int sent = line.sent().size();
    pump.read(List.of(SETPOINT));
    assertThat(line.sent()).as("no probing").hasSize(sent + 1);

    isDead = true;
    pump.read(List.of(SETPOINT));
    pump.read(List.of(SETPOINT));
    isDead = false;
    sent = line.sent().size();
    pump.read(List.of(SETPOINT));
    assertThat(line.sent()).as("one probe and the question").hasSize(sent + 2);
  }

  @Test
  void anUnknownWordOrderCostsOnlyThe32BitNumbers() {
    plugIn(0, WordOrder.LOW_FIRST, 1);
    RegisterBank whole = bank;
    bank =
        (Nothing)
            (space, address, count) -> {
              if (address == address(WORD_SWAP)) {
                return new RegisterBank.Refusal(2);
              }
              return count == 2
                  ? new RegisterBank.Values(List.of(3, 2))
                  : whole.read(space, address, count);
            };

    List<Sample> samples = pump().read(List.of(OUTDOOR, HOURS));

    assertThat(samples.getFirst()).isInstanceOf(Reading.class);
    assertThat(samples.getLast())
        .isInstanceOfSatisfying(
            Invalid.class,
            invalid -> assertThat(invalid.fault().words()).contains("which of its two words"));
  }

  @Test
  void aPumpThatDisablesItsLogSetIsAskedOneByOne() {
    plugIn(0, WordOrder.LOW_FIRST, 1);
    RegisterId supply = id(Metric.SUPPLY_TEMP);
    RegisterId third = new RegisterId("40005");
    List<RegisterId> all = List.of(OUTDOOR, third, new RegisterId("40006"));
    ModbusPump pump = pump(OUTDOOR, third, new RegisterId("40006"), supply);
    assertThat(pump.plan(all)).extracting(PlannedRead::span).containsExactly("holding 3-5");

    bank.write(Space.HOLDING, address(DISABLE_LOG_SET), List.of(1));
    pump.read(all);

    assertThat(pump.plan(all)).hasSize(3);
  }
}
