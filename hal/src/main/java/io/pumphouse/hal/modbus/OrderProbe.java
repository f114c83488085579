package io.pumphouse.hal.modbus;

import static io.pumphouse.hal.map.WordOrder.HIGH_FIRST;
import static io.pumphouse.hal.map.WordOrder.LOW_FIRST;

import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.map.WordOrder;
import io.pumphouse.hal.modbus.Outcome.Answered;
import io.pumphouse.hal.modbus.Outcome.Failed;
import io.pumphouse.hal.modbus.Outcome.Refused;
import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.RegisterId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds which word of a 32-bit number a MODBUS 40 sends first: what it says of itself, unless its
 * counters say otherwise. Used once, by the thread that owns the bus.
 */
final class OrderProbe {
  static final String NOT_PROVEN = "which of its two words comes first is not known of this pump";

  /** 1 low word first, 0 high word first (MODBUS 40, from version 11). */
  static final RegisterId WORD_SWAP = new RegisterId("48852");

  /** Counters that are large after some years, the likeliest to decide first. */
  private static final List<Metric> COUNTERS =
      List.of(
          Metric.COMPRESSOR_HOURS,
          Metric.COMPRESSOR_STARTS,
          Metric.HEAT_HEATING,
          Metric.TOTAL_HEAT,
          Metric.TOTAL_ELECTRICITY);

  /**
   * More than forty years of hours, starts or tens of kWh: with its words swapped, less is rare.
   */
  private static final BigDecimal MOST = BigDecimal.valueOf(400_000);

  private final ModbusBus bus;
  private final int unit;
  private final RegisterMap map;
  private final int offset;

  OrderProbe(ModbusBus bus, int unit, RegisterMap map, int offset) {
    this.bus = bus;
    this.unit = unit;
    this.map = map;
    this.offset = offset;
  }

  /** The order, or empty where neither the pump nor its counters tell. */
  Optional<WordOrder> probe() {
    Optional<WordOrder> told = map.find(WORD_SWAP).flatMap(this::told);
    List<WordOrder> plausible =
        COUNTERS.stream()
            .flatMap(metric -> map.find(metric).stream())
            .filter(counter -> counter.type().width() == 2)
            .map(this::plausible)
            .filter(Predicate.not(List::isEmpty))
            .findFirst()
            .orElseGet(() -> told.stream().toList());
    return plausible.size() == 1 ? Optional.of(plausible.getFirst()) : told;
  }

  private Optional<WordOrder> told(Register swap) {
    return words(swap)
        .flatMap(
            words ->
                switch (words.getFirst()) {
                  case 0 -> Optional.of(HIGH_FIRST);
                  case 1 -> Optional.of(LOW_FIRST);
                  default -> Optional.empty();
                });
  }

  /** The orders in which this counter can be true; none if it tells nothing. */
  private List<WordOrder> plausible(Register counter) {
    return words(counter)
        .filter(words -> !words.getFirst().equals(words.getLast()))
        .map(words -> Stream.of(LOW_FIRST, HIGH_FIRST).filter(fits(counter, words)).toList())
        .orElse(List.of());
  }

  private static Predicate<WordOrder> fits(Register counter, List<Integer> words) {
    return order -> {
      long raw = Words.raw(counter.type(), order, words);
      return raw >= counter.lowest()
          && raw <= counter.highest()
          && !counter.absent().contains(raw)
          && counter.decimal(raw).compareTo(MOST) <= 0;
    };
  }

  /**
   * What it says; nothing where it is refused or garbled, as 32-bit reads outside LOG.SET may be.
   */
  private Optional<List<Integer>> words(Register register) {
    return switch (bus.ask(unit, new Dialect(offset, LOW_FIRST, true).read(register))) {
      case Answered(List<Integer> words, _) -> Optional.of(words);
      case Refused _, Failed _ -> Optional.empty();
    };
  }
}
