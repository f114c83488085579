package io.pumphouse.hal.modbus;

import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.line.Line;
import io.pumphouse.hal.line.Line.Broken;
import io.pumphouse.hal.line.Line.Bytes;
import io.pumphouse.hal.line.Line.Heard;
import io.pumphouse.hal.line.Line.Silence;
import io.pumphouse.hal.line.Witness;
import io.pumphouse.hal.modbus.Outcome.Answered;
import io.pumphouse.hal.modbus.Outcome.Failed;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.Space;
import io.pumphouse.hal.reading.TimeSource;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The master's side of one Modbus line, however many units share it: one question at a time, each
 * with a deadline, none of them ever repeated. Confined to the thread that owns the bus; only
 * {@link #close} may come from another.
 *
 * <p>An answer is believed only if unit, function, length, byte count and checksum (RTU) or
 * transaction (TCP) are those of the question. {@link Timing} says how far that goes on RTU, where
 * a late answer carries no mark.
 */
public final class ModbusBus implements AutoCloseable {
  private final Line line;
  private final Framing framing;
  private final TimeSource time;
  private final Account account;
  private final Exchange exchange;
  private final Timing timing;
  private final Ration ration;
  private final Manners usual;
  private final Map<Integer, Turnaround> turnarounds = new HashMap<>();

  /** A bus that nobody watches. */
  public ModbusBus(Line line, Framing framing, Timing timing, TimeSource time) {
    this(line, framing, timing, time, Witness.none());
  }

  /**
   * A bus on this line; the line is opened by the first question.
   *
   * @param witness told of every question and of what is heard between them
   */
  public ModbusBus(Line line, Framing framing, Timing timing, TimeSource time, Witness witness) {
    this.line = line;
    this.framing = framing;
    this.timing = timing;
    this.ration = new Ration(timing.registersPerSecond());
    this.usual = Manners.usual(timing);
    this.time = time;
    this.account = new Account(witness, framing, timing, time);
    this.exchange =
        switch (framing) {
          case RTU -> new RtuExchange(line, timing, time, account);
          case TCP -> new TcpExchange(line, timing, time, account);
        };
  }

  /** What a technician calls the line. */
  public String name() {
    return line.name();
  }

  /**
   * Asks one unit one question, once. A line that is closed or broken is opened first; that it
   * cannot be opened is an outcome like any other.
   *
   * @param unit 1 to 247 on RTU, 0 to 255 on TCP
   */
  public Outcome ask(int unit, Question question) {
    return ask(unit, question, usual);
  }

  /** The same for registers of the unit's LOG.SET. */
  Outcome askListed(int unit, Question question) {
    return ask(unit, question, Manners.listed(timing));
  }

  private Outcome ask(int unit, Question question, Manners manners) {
    Outcome outcome =
        switch (ready(registers(question))) {
          case Silence _ -> timed(unit, question, manners);
          case Bytes _ -> notAsked(unit, neverSilent(unit));
          case Broken(String cause, String next) ->
              notAsked(unit, new Failed(new Fault.LineDown(cause), next, time.now()));
        };
    if (outcome instanceof Failed(Fault.LineDown _, _, _)) {
      line.close();
    }
    return outcome;
  }

  /**
   * Opens the line and waits until a question may be put, without putting one. What stands in the
   * way of a write here has changed nothing in the pump; what fails after it may have.
   */
  Optional<Failed> obstacle(int unit) {
    return switch (ready(0)) {
      case Silence _ -> Optional.empty();
      case Bytes _ -> Optional.of(neverSilent(unit));
      case Broken(String cause, String next) -> {
        line.close();
        yield Optional.of(new Failed(new Fault.LineDown(cause), next, time.now()));
      }
    };
  }

  /** Writes are few and never wait for their ration. */
  private static int registers(Question question) {
    return question instanceof Question.Read(Space space, _, int count) && !space.isBits()
        ? count
        : 0;
  }

  private Outcome timed(int unit, Question question, Manners manners) {
    long asked = time.nanos();
    ration.spend(registers(question), asked);
    Outcome outcome = exchange.ask(unit, question, manners);
    if (outcome instanceof Answered(_, Moment at) && question instanceof Question.Read read) {
      Duration took = at.sinceBoot().minusNanos(asked);
      turnaround(unit).measured(took.minus(cost(unit).onWire(read)));
    }
    return outcome;
  }

  Moment now() {
    return time.now();
  }

  /** What a read from this unit costs, reckoned with the turnaround measured so far. */
  RequestCost cost(int unit) {
    return new RequestCost(framing, timing, turnaround(unit).reckoned());
  }

  private Turnaround turnaround(int unit) {
    return turnarounds.computeIfAbsent(unit, _ -> new Turnaround());
  }

  /**
   * @param registers how many are to be asked for
   */
  private Heard ready(int registers) {
    if (line.open() instanceof Broken why) {
      return why;
    }
    long from = ration.notBefore(registers, time.nanos());
    Heard settled = exchange.settle(from);
    if (!(settled instanceof Broken)) {
      return settled;
    }
    // It broke while nobody asked, so opening it again repeats no question.
    line.close();
    return line.open() instanceof Broken why ? why : exchange.settle(from);
  }

  private Outcome notAsked(int unit, Outcome outcome) {
    account.begin(unit, Frame.empty());
    return account.end(outcome);
  }

  private Failed neverSilent(int unit) {
    Fault fault = new Fault.Garbled("the line never falls silent, so nothing was asked");
    return new Failed(fault, NextStep.after(fault, framing, unit), time.now());
  }

  /** Closes the line. Idempotent; a later question opens it again. */
  @Override
  public void close() {
    line.close();
  }
}
