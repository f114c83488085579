package io.pumphouse.hal.gpio;

import io.pumphouse.hal.pump.Meter;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.RegisterType;
import io.pumphouse.hal.reading.Sample;
import io.pumphouse.hal.reading.Space;
import io.pumphouse.hal.reading.TimeSource;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An electricity meter by its pulses: the power drawn now, and a counter that goes on where an
 * earlier run of the agent left it. Thread-safe.
 */
public final class PulseMeter implements Meter, Edges {
  /** The series of the power, in W. */
  public static final RegisterId POWER = new RegisterId(Metric.ELECTRIC_POWER.key());

  /** The series of the counter, in steps of a Wh. */
  public static final RegisterId ENERGY = new RegisterId(Metric.METERED_ELECTRICITY.key());

  private static final long MOST_WATT_HOURS = 0xFFFF_FFFFL;
  private static final String UNCOUNTED = "what was counted earlier has not been read yet";
  private static final String UNOPENED = "the board is not open yet";

  private final PulseTerms terms;
  private final TimeSource time;
  private PulseTrain train;
  private long before;
  private boolean isResumed;
  private String outOfOrder = UNOPENED;

  /** A meter whose input is not open yet, and whose counter does not know where to begin. */
  public PulseMeter(PulseTerms terms, TimeSource time) {
    this.terms = terms;
    this.time = time;
    this.train = new PulseTrain(terms, time.nanos());
  }

  /** What it adds to the pump's own registers: the power and the counter. */
  public static Map<Metric, Register> registers(Pin pin, PulseTerms terms) {
    Map<Metric, Register> registers = new LinkedHashMap<>();
    registers.put(
        Metric.ELECTRIC_POWER,
        register(Metric.ELECTRIC_POWER, pin, BigDecimal.ONE, terms.highestWatts()));
    registers.put(
        Metric.METERED_ELECTRICITY,
        register(Metric.METERED_ELECTRICITY, pin, new BigDecimal("0.001"), MOST_WATT_HOURS));
    return registers;
  }

  private static Register register(Metric metric, Pin pin, BigDecimal scale, long highest) {
    return new Register(
        new RegisterId(metric.key()),
        Space.BOARD,
        pin.bcm(),
        RegisterType.U32,
        scale,
        metric.unit(),
        false,
        0,
        highest,
        Set.of(),
        metric.label(),
        Space.BOARD.word());
  }

  /** The input is open: pulses are heard from now on, and what was before says nothing of now. */
  public synchronized void begin() {
    before += terms.milliwattHours(train.count());
    train = new PulseTrain(terms, time.nanos());
    outOfOrder = "";
  }

  /** The input is not open any more, or not yet. */
  public synchronized void outOfOrder(String cause) {
    outOfOrder = cause;
  }

  /** Goes on from what an earlier run counted, in thousandths of a Wh; once. */
  public synchronized void resume(long milliwattHours) {
    before += milliwattHours;
    isResumed = true;
  }

  /** What was counted by now, in thousandths of a Wh; by earlier runs too, once resumed. */
  public synchronized long milliwattHours() {
    return before + terms.milliwattHours(train.count());
  }

  @Override
  public synchronized void edge(Input input, boolean isActive, long nanos) {
    train.edge(isActive, nanos);
  }

  @Override
  public synchronized List<Sample> read(Collection<RegisterId> registers) {
    Moment now = time.now();
    return registers.stream().map(register -> sample(register, now)).toList();
  }

  private Sample sample(RegisterId register, Moment now) {
    if (!outOfOrder.isEmpty()) {
      return new Invalid(register, now, new Fault.LineDown(outOfOrder));
    }
    return register.equals(POWER) ? train.power(register, now) : energy(register, now);
  }

  private Sample energy(RegisterId register, Moment now) {
    return isResumed
        ? new Reading(register, now, milliwattHours() / 1_000)
        : new Invalid(register, now, new Fault.LineDown(UNCOUNTED));
  }
}
