package io.pumphouse.hal.sim;

import io.pumphouse.hal.map.Model;
import io.pumphouse.hal.modbus.RegisterBank;
import io.pumphouse.hal.modbus.Words;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.Space;
import io.pumphouse.hal.reading.TimeSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A virtual heat pump as its model would answer: its addresses, its word order, its "no sensor",
 * its refusals. These are in the words of Modbus; a protocol that cannot refuse makes of them what
 * it can. Simulated time runs with the clock, as many times faster as is wished, and is caught up
 * whenever somebody asks.
 *
 * <p>Refused are: with 1, a kind of register that the model does not have at all; with 3, more at
 * once than the model documents, half a 32-bit number, a value outside the limits; with 2, writing
 * what can only be read; with the model's own code, an address it does not have. A write is taken
 * whole or not at all.
 *
 * <p>Thread-safe: several clients may ask at once.
 */
public final class SimulatedPump implements RegisterBank {
  private static final int ILLEGAL_FUNCTION = 1;
  private static final int ILLEGAL_VALUE = 3;

  private final Panel panel;
  private final Model model;
  private final Layout layout;
  private final TimeSource time;
  private final double speed;
  private final Instant simulatedStart;
  private final long startNanos;

  /**
   * A pump that answers from now on.
   *
   * @param panel the registers; belongs to this object from now on
   * @param time the clock
   * @param speed simulated seconds per second: 1 is life, 3600 an hour a second, 0 stands still
   */
  public SimulatedPump(Panel panel, TimeSource time, double speed) {
    if (!(speed >= 0)) {
      throw new IllegalArgumentException("speed " + speed + ": simulated time never runs back");
    }
    this.panel = panel;
    this.model = panel.map().model();
    this.layout = new Layout(panel.map());
    this.time = time;
    this.speed = speed;
    this.simulatedStart = panel.pump().now();
    this.startNanos = time.nanos();
  }

  /** The simulated time that the clock now stands for. */
  public Instant simulatedNow() {
    return simulatedStart.plusNanos(Math.round((time.nanos() - startNanos) * speed));
  }

  @Override
  public synchronized Answer read(Space space, int address, int count) {
    if (!layout.has(space)) {
      return new Refusal(ILLEGAL_FUNCTION);
    }
    if (count > layout.most(space)) {
      return new Refusal(ILLEGAL_VALUE);
    }
    if (!layout.answers(space, address, count)) {
      return new Refusal(model.exceptionForAbsent());
    }
    panel.pump().advanceTo(simulatedNow());
    return values(space, address, count);
  }

  private Answer values(Space space, int address, int count) {
    List<Integer> words = new ArrayList<>(count);
    for (int each = address; each < address + count; each++) {
      OptionalLong word = word(space, each);
      if (word.isEmpty()) {
        return new Refusal(Panel.DEVICE_FAILURE);
      }
      words.add((int) word.getAsLong());
    }
    return new Values(words);
  }

  private OptionalLong word(Space space, int address) {
    return layout.at(space, address).map(found -> word(found, address)).orElse(OptionalLong.of(0));
  }

  private OptionalLong word(Register register, int address) {
    OptionalLong raw = panel.raw(register);
    return raw.isEmpty()
        ? raw
        : OptionalLong.of(isWhole(register) ? raw.getAsLong() : word(register, raw, address));
  }

  /** Whether one address holds all of a number that elsewhere takes two. */
  private static boolean isWhole(Register register) {
    return register.space().addresses(register.type()) < register.type().width();
  }

  private long word(Register register, OptionalLong raw, int address) {
    return Words.words(register.type(), model.wordOrder(), raw.getAsLong())
        .get(address - register.address());
  }

  @Override
  public synchronized Answer write(Space space, int address, List<Integer> values) {
    if (!layout.has(space)) {
      return new Refusal(ILLEGAL_FUNCTION);
    }
    Writing writing = new Writing(model, layout);
    OptionalInt exception = writing.check(space, address, values);
    if (exception.isPresent()) {
      return new Refusal(exception.getAsInt());
    }
    panel.pump().advanceTo(simulatedNow());
    writing.changes().forEach(panel::write);
    return new Values(values);
  }
}
