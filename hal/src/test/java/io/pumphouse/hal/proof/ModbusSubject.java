package io.pumphouse.hal.proof;

import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.line.Line;
import io.pumphouse.hal.map.Model;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.map.Wire;
import io.pumphouse.hal.map.WordOrder;
import io.pumphouse.hal.modbus.Framing;
import io.pumphouse.hal.modbus.ModbusBus;
import io.pumphouse.hal.modbus.ModbusPump;
import io.pumphouse.hal.modbus.Timing;
import io.pumphouse.hal.pump.HeatPump;
import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.RegisterType;
import io.pumphouse.hal.reading.Space;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.hal.reading.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Modbus on one kind of wire.
 *
 * @param name what the table calls it
 * @param frames how the device wraps its messages
 * @param timing what the bus under test is given
 * @param reach how far mischief may go with that timing
 */
record ModbusSubject(String name, ModbusFrames frames, Timing timing, Reach reach)
    implements Subject {
  private static final int UNIT = 1;
  private static final int UNITS = 247;
  private static final int READ_HOLDING = 3;
  private static final int READ_INPUT = 4;
  private static final int MOST = 10;

  /** Function, address and count of a read question. */
  private static final int QUESTION = 5;

  @Override
  public HeatPump pump(Line line, TimeSource time) {
    Framing framing =
        switch (frames) {
          case RTU -> Framing.RTU;
          case TCP -> Framing.TCP;
        };
    return new ModbusPump(new ModbusBus(line, framing, timing, time), UNIT, map());
  }

  /** Blocks of one shape in two places, and the same shapes in another space. */
  static RegisterMap map() {
    List<Register> registers =
        Stream.of(
                run(Space.INPUT, 0, MOST),
                run(Space.INPUT, 100, MOST),
                run(Space.INPUT, 200, 3),
                run(Space.HOLDING, 0, MOST),
                run(Space.HOLDING, 300, 1))
            .flatMap(run -> run)
            .toList();
    Model model =
        new Model(
            "proof",
            "Proof",
            Set.of(Wire.RTU),
            WordOrder.LOW_FIRST,
            MOST,
            1,
            Duration.ZERO,
            Duration.ofSeconds(1),
            List.of(),
            2,
            List.of(0),
            Set.of(),
            Map.of());
    return new RegisterMap(model, registers, new EnumMap<>(Metric.class));
  }

  private static Stream<Register> run(Space space, int first, int count) {
    return IntStream.range(first, first + count).mapToObj(address -> register(space, address));
  }

  private static Register register(Space space, int address) {
    return new Register(
        new RegisterId(space.word() + address),
        space,
        address,
        RegisterType.U16,
        BigDecimal.ONE,
        Unit.NONE,
        false,
        RegisterType.U16.lowest(),
        RegisterType.U16.highest(),
        Set.of(),
        "register " + address,
        "proof");
  }

  @Override
  public int key(Register register) {
    return key(register.space() == Space.INPUT ? READ_INPUT : READ_HOLDING, register.address());
  }

  private static int key(int function, int address) {
    return function << 16 | address;
  }

  @Override
  public Frame answer(Frame question, Truth.Now now) {
    return frames
        .unwrap(question)
        .filter(pdu -> question.at(frames.unitAt()) == UNIT && isRead(pdu))
        .map(pdu -> wrapped(question, UNIT, values(pdu, now)))
        .orElse(Frame.empty());
  }

  private static boolean isRead(Frame pdu) {
    boolean isKnown = pdu.at(0) == READ_HOLDING || pdu.at(0) == READ_INPUT;
    return isKnown && pdu.length() == QUESTION && pdu.u16(3) >= 1 && pdu.u16(3) <= MOST;
  }

  private static Frame values(Frame pdu, Truth.Now now) {
    int first = pdu.u16(1);
    return ModbusFrames.readAnswer(
        pdu.at(0),
        IntStream.range(first, first + pdu.u16(3))
            .mapToObj(address -> now.word(key(pdu.at(0), address)))
            .toList());
  }

  private Frame wrapped(Frame question, int unit, Frame pdu) {
    return frames.wrap(question.u16(0), unit, pdu);
  }

  /**
   * Another unit's answer in the shape of ours, or its refusal, or another master's question; an
   * echo where a machine too busy to listen heard only half of ours.
   */
  @Override
  public Frame foreign(Frame question, Random random) {
    return frames.unwrap(question).map(asked -> foreign(question, asked, random)).orElse(question);
  }

  private Frame foreign(Frame question, Frame asked, Random random) {
    int unit = 2 + random.nextInt(UNITS - 1);
    Frame pdu =
        switch (random.nextInt(4)) {
          case 0 -> asked;
          case 1 -> Frame.of(asked.at(0) | 0x80, 1 + random.nextInt(11));
          default -> values(asked, new Truth.Now(~random.nextLong(1L << 40)));
        };
    return wrapped(question, unit, pdu);
  }

  @Override
  public Optional<List<Long>> said(Frame frame) {
    return frames.unwrap(frame).filter(ModbusSubject::isReadAnswer).map(ModbusSubject::words);
  }

  private static boolean isReadAnswer(Frame pdu) {
    return pdu.length() >= 2 && pdu.at(0) <= READ_INPUT && pdu.at(1) == pdu.length() - 2;
  }

  private static List<Long> words(Frame pdu) {
    return IntStream.range(0, pdu.at(1) / 2)
        .mapToObj(index -> (long) pdu.u16(2 + 2 * index))
        .toList();
  }
}
