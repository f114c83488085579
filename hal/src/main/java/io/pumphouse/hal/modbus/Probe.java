package io.pumphouse.hal.modbus;

import io.pumphouse.hal.map.Quirk;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.map.WordOrder;
import io.pumphouse.hal.modbus.OffsetProbe.Found;
import io.pumphouse.hal.modbus.OffsetProbe.NotFound;
import io.pumphouse.hal.modbus.Outcome.Answered;
import io.pumphouse.hal.pump.Link;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.RegisterId;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is proven of one device where its model leaves something open. It asks at the first contact,
 * keeps what it found, and asks again after the pump was gone: it may have come back with another
 * accessory or other settings. Confined to the bus thread.
 */
final class Probe {
  private static final Logger LOG = LoggerFactory.getLogger(Probe.class);

  /** One lost answer is no reason to doubt; a pump that was replaced is silent for longer. */
  private static final int SILENCES_THAT_MATTER = 2;

  /** Somebody may swap the words in the pump's own menu, and no silence tells of it. */
  private static final Duration ORDER_HOLDS = Duration.ofHours(1);

  /** 1 makes the pump take no notice of its LOG.SET (MODBUS 40). */
  private static final RegisterId DISABLES_LOG_SET = new RegisterId("48889");

  private final ModbusBus bus;
  private final int unit;
  private final RegisterMap map;
  private final boolean isOpen;
  private final boolean asksLogSet;
  private final Bearings bearings;
  private volatile Optional<Dialect> proven = Optional.empty();
  private Nameplate nameplate = Nameplate.BLANK;
  private boolean ignoresLogSet;
  private int silences;
  private Duration orderProven = Duration.ZERO;

  /**
   * A probe that has asked nothing yet.
   *
   * @param hasLogSet whether registers are said to be in the pump's LOG.SET
   */
  Probe(ModbusBus bus, int unit, RegisterMap map, boolean hasLogSet) {
    this.bus = bus;
    this.unit = unit;
    this.map = map;
    this.bearings = new Bearings(bus, unit, map);
    this.asksLogSet = hasLogSet && has(Quirk.LOG_SET);
    this.isOpen =
        map.model().offsets().size() > 1
            || has(Quirk.WORD_SWAP)
            || has(Quirk.IDENTIFIES)
            || asksLogSet;
    if (!isOpen) {
      proven = Optional.of(Dialect.of(map.model()));
    }
  }

  private boolean has(Quirk quirk) {
    return map.model().quirks().contains(quirk);
  }

  sealed interface Finding {}

  record Proven(Dialect dialect) implements Finding {}

  record Unproven(NotFound why) implements Finding {}

  /**
   * How to ask this device, found out first if need be.
   *
   * @param isWide whether a 32-bit number is wanted, for which the word order matters
   */
  Finding find(BooleanSupplier isWide) {
    if (proven.isEmpty()) {
      switch (bearings.look()) {
        case NotFound nowhere -> {
          return new Unproven(nowhere);
        }
        case Found(int offset) -> atOffset(offset);
      }
    }
    Dialect dialect = proven.orElseThrow();
    return new Proven(isOrderOpen(dialect) && isWide.getAsBoolean() ? withOrder(dialect) : dialect);
  }

  private boolean isOrderOpen(Dialect dialect) {
    return !dialect.isOrderProven()
        || (has(Quirk.WORD_SWAP)
            && bus.now().sinceBoot().minus(orderProven).compareTo(ORDER_HOLDS) > 0);
  }

  private void atOffset(int offset) {
    Dialect dialect = new Dialect(offset, map.model().wordOrder(), !has(Quirk.WORD_SWAP));
    proven = Optional.of(dialect);
    nameplate = has(Quirk.IDENTIFIES) ? new Identification(bus, unit).ask() : Nameplate.BLANK;
    ignoresLogSet =
        asksLogSet && map.find(DISABLES_LOG_SET).filter(row -> isOne(row, dialect)).isPresent();
    if (ignoresLogSet) {
      LOG.warn(
          "{} unit {}: its register 48889 is 1, so it takes no notice of its LOG.SET: every"
              + " register is asked alone",
          bus.name(),
          unit);
    }
  }

  private boolean isOne(Register register, Dialect dialect) {
    return bus.ask(unit, dialect.read(register)) instanceof Answered(var words, _)
        && words.getFirst() == 1;
  }

  private Dialect withOrder(Dialect dialect) {
    Optional<WordOrder> order = new OrderProbe(bus, unit, map, dialect.offset()).probe();
    Dialect open = new Dialect(dialect.offset(), dialect.order(), false);
    Dialect known = order.map(found -> new Dialect(dialect.offset(), found, true)).orElse(open);
    proven = Optional.of(known);
    orderProven = bus.now().sinceBoot();
    return known;
  }

  /** What the device calls itself; blank as long as it has not said so. */
  Nameplate nameplate() {
    return nameplate;
  }

  /** Which word comes first, if that is proven of it; any thread may ask. */
  Optional<WordOrder> order() {
    return proven.filter(Dialect::isOrderProven).map(Dialect::order);
  }

  /** Whether the list of what may be asked together is to be left aside. */
  boolean ignoresLogSet() {
    return ignoresLogSet;
  }

  /** Takes note of what was written, however that ended: it may have changed what was proven. */
  void afterWriting(RegisterId register) {
    if (isOpen && (register.equals(DISABLES_LOG_SET) || register.equals(OrderProbe.WORD_SWAP))) {
      proven = Optional.empty();
    }
  }

  /** Takes note of how the pump was when last asked. */
  void after(Link link) {
    silences = link instanceof Link.Silent ? silences + 1 : 0;
    if (isOpen && (link instanceof Link.Down || silences >= SILENCES_THAT_MATTER)) {
      proven = Optional.empty();
    }
  }
}
