package io.pumphouse.hal.proof;

import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.line.Line;
import io.pumphouse.hal.line.Witness;
import io.pumphouse.hal.map.Model;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.map.Wire;
import io.pumphouse.hal.map.WordOrder;
import io.pumphouse.hal.pump.HeatPump;
import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.RegisterType;
import io.pumphouse.hal.reading.Space;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.hal.reading.Unit;
import io.pumphouse.hal.rego.RegoBus;
import io.pumphouse.hal.rego.RegoPump;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** A Rego 600: one number per question, and answers that carry no mark at all. */
record RegoSubject(String name, Duration answerWithin, Reach reach, int registers)
    implements Subject {
  private static final int READ_SYSTEM = 0x02;
  private static final int READ_VERSION = 0x7F;
  private static final Duration REPEAT = Duration.ofMillis(80);

  /** Lateness goes as far as the pacing documents; a question takes 4.7 ms on the wire. */
  static RegoSubject inMemory() {
    Duration answerWithin = Duration.ofSeconds(2);
    Duration late = answerWithin.multipliedBy(2);
    Reach reach = new Reach(Duration.ofMillis(1500), late, REPEAT, REPEAT.dividedBy(2));
    return new RegoSubject("Rego 600", answerWithin, reach, 12);
  }

  /**
   * A real port, in real time: short waits, room for a busy machine within the bounds, and so few
   * questions in a poll that one of them seldom meets the moment when the machine is too busy.
   */
  static RegoSubject pty() {
    Duration answerWithin = Duration.ofMillis(120);
    Duration late = answerWithin.plusMillis(20);
    Reach reach = new Reach(Duration.ofMillis(20), late, Duration.ZERO, Duration.ofMillis(5));
    return new RegoSubject("Rego 600 on a pty", answerWithin, reach, 4);
  }

  @Override
  public HeatPump pump(Line line, TimeSource time) {
    return new RegoPump(new RegoBus(line, answerWithin, time, Witness.none()), map());
  }

  @Override
  public int key(Register register) {
    return register.address();
  }

  @Override
  public Frame answer(Frame question, Truth.Now now) {
    boolean isRequest =
        question.length() == 9 && question.at(0) == 0x81 && question.at(8) == check(question, 2, 8);
    if (!isRequest) {
      return Frame.empty();
    }
    return switch (question.at(1)) {
      case READ_SYSTEM -> number(now.word(word(question, 2)));
      case READ_VERSION -> number(600);
      default -> Frame.empty();
    };
  }

  /** Nobody else is on this line; but its master's own question may be echoed. */
  @Override
  public Frame foreign(Frame question, Random random) {
    return question;
  }

  @Override
  public Optional<List<Long>> said(Frame frame) {
    boolean isWhole =
        frame.length() == 5
            && frame.at(0) == 1
            && frame.at(1) < 4
            && frame.at(2) < 0x80
            && frame.at(3) < 0x80
            && frame.at(4) == check(frame, 1, 4);
    return isWhole ? Optional.of(List.of((long) word(frame, 1))) : Optional.empty();
  }

  private static Frame number(int word) {
    Frame groups = Frame.of(word >> 14, word >> 7 & 0x7F, word & 0x7F);
    return Frame.of(1).plus(groups).plus(Frame.of(check(groups, 0, 3)));
  }

  private static int word(Frame frame, int at) {
    return frame.at(at) << 14 | frame.at(at + 1) << 7 | frame.at(at + 2);
  }

  private static int check(Frame frame, int from, int end) {
    return IntStream.range(from, end).map(frame::at).reduce(0, (one, other) -> one ^ other);
  }

  private RegisterMap map() {
    Model model =
        new Model(
            "proof",
            "Proof",
            Set.of(Wire.REGO),
            WordOrder.LOW_FIRST,
            1,
            1,
            Duration.ZERO,
            answerWithin,
            List.of(),
            2,
            List.of(0),
            Set.of(),
            Map.of());
    List<Register> rows =
        IntStream.range(0x100, 0x100 + registers).mapToObj(RegoSubject::register).toList();
    return new RegisterMap(model, rows, new EnumMap<>(Metric.class));
  }

  private static Register register(int address) {
    return new Register(
        new RegisterId("system" + address),
        Space.SYSTEM,
        address,
        RegisterType.U16,
        BigDecimal.ONE,
        Unit.NONE,
        false,
        0,
        0xFFFF,
        Set.of(),
        "register " + address,
        "proof");
  }
}
