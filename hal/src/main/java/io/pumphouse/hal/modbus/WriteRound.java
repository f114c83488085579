package io.pumphouse.hal.modbus;

import io.pumphouse.hal.map.Quirk;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.modbus.Outcome.Answered;
import io.pumphouse.hal.modbus.Outcome.Failed;
import io.pumphouse.hal.modbus.Outcome.Refused;
import io.pumphouse.hal.pump.Written;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.Register;
import java.util.List;
import java.util.Optional;

/**
 * One write to one register, sent once whatever happens, and the reading back that tells whether it
 * took effect. Confined to the thread that owns the bus.
 */
final class WriteRound {
  private static final String LOOK = "read the register before writing again";

  private final ModbusBus bus;
  private final int unit;
  private final RegisterMap map;
  private final Dialect dialect;

  WriteRound(ModbusBus bus, int unit, RegisterMap map, Dialect dialect) {
    this.bus = bus;
    this.unit = unit;
    this.map = map;
    this.dialect = dialect;
  }

  Written write(Register register, long raw) {
    Question question = dialect.shifted(question(register, raw));
    Optional<Failed> obstacle = bus.obstacle(unit);
    if (obstacle.isPresent()) {
      Failed why = obstacle.get();
      return new Written.NotSent(why.fault().words(), why.next(), why.at());
    }
    return switch (bus.ask(unit, question)) {
      case Answered(_, Moment at) ->
          springsBack(register) ? new Written.Done(raw, at) : readBack(register, raw);
      case Refused(int exception, Moment at) -> refused(exception, at);
      case Failed(Fault fault, _, Moment at) -> new Written.Unknown(fault, LOOK, at);
    };
  }

  private Question question(Register register, long raw) {
    if (!register.isWritable()) {
      throw new IllegalArgumentException(register.id() + " is read-only");
    }
    List<Integer> words = Words.words(register.type(), dialect.order(), raw);
    boolean isOne = words.size() == 1 && !map.model().quirks().contains(Quirk.WRITE_MULTIPLE);
    return isOne
        ? new Question.WriteOne(register.space(), register.address(), words.getFirst())
        : new Question.WriteMany(register.space(), register.address(), words);
  }

  /** A button, not a setting: what is read there afterwards says nothing about the press. */
  private boolean springsBack(Register register) {
    return map.metricOf(register.id()).filter(Metric.ALARM_RESET::equals).isPresent();
  }

  private Written readBack(Register register, long raw) {
    return switch (bus.ask(unit, dialect.read(register))) {
      case Answered(List<Integer> words, Moment at) -> {
        long now = Words.raw(register.type(), dialect.order(), words);
        yield now == raw ? new Written.Done(now, at) : new Written.Ignored(now, at);
      }
      case Refused(int exception, Moment at) ->
          new Written.Unknown(new Fault.Refused(exception), LOOK, at);
      case Failed(Fault fault, _, Moment at) -> new Written.Unknown(fault, LOOK, at);
    };
  }

  /**
   * Most refusals mean that nothing was done. Not these (Modbus application protocol, section 7): 4
   * failed while doing it, 5 is still at it, 11 is a gateway that sent it on and heard nothing.
   */
  private static Written refused(int exception, Moment at) {
    Fault fault = new Fault.Refused(exception);
    return switch (exception) {
      case 4, 5, 11 -> new Written.Unknown(fault, LOOK, at);
      default -> new Written.Refused(fault, at);
    };
  }
}
