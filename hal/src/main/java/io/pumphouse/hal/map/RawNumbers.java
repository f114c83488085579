package io.pumphouse.hal.map;

import io.pumphouse.hal.reading.Access;
import io.pumphouse.hal.reading.RegisterType;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The numbers of one row, turned into what the device sends.
 *
 * @param row the row
 * @param type the row's type, which bounds its numbers
 * @param scale what one raw step is worth, above zero
 * @param problems where numbers that make no sense are reported
 */
record RawNumbers(Cells row, RegisterType type, BigDecimal scale, Problems problems) {
  /** The lowest and highest raw number that can be true. */
  record Limits(long lowest, long highest) {
    boolean include(long raw) {
      return raw >= lowest && raw <= highest;
    }
  }

  /** The address, or 0 if there is a problem with it. */
  int address() {
    int highest = 0x1_0000 - type.width();
    Optional<Integer> address = Amounts.address(row.at(Column.ADDRESS), highest);
    if (address.isEmpty()) {
      reject(Column.ADDRESS, "use a whole number from 0 to " + highest);
    }
    return address.orElse(0);
  }

  /** The row's limits; those of the type where the row has none. */
  Limits limits() {
    Limits limits = new Limits(limit(Column.MIN, type.lowest()), limit(Column.MAX, type.highest()));
    if (limits.lowest > limits.highest) {
      reject(
          Column.MIN, "it is above max \"" + row.at(Column.MAX) + "\"; correct or empty the two");
    }
    return limits;
  }

  private long limit(Column column, long otherwise) {
    return row.at(column).isEmpty()
        ? otherwise
        : number(column, new Limits(type.lowest(), type.highest())).orElse(otherwise);
  }

  private Optional<Long> number(Column column, Limits within) {
    Optional<Long> raw = Amounts.decimal(row.at(column)).flatMap(this::raw).filter(within::include);
    if (raw.isEmpty()) {
      reject(
          column,
          "use a number from %s to %s in steps of %s, or leave it empty"
              .formatted(inUnit(within.lowest), inUnit(within.highest), scale.toPlainString()));
    }
    return raw;
  }

  /**
   * What may be written to a setting.
   *
   * @param believable what can be true of it when read
   */
  Access writable(Limits believable) {
    boolean hasLowest = !row.at(Column.WRITE_MIN).isEmpty();
    if (hasLowest == row.at(Column.WRITE_MAX).isEmpty()) {
      reject(hasLowest ? Column.WRITE_MAX : Column.WRITE_MIN, "give both limits, or neither");
      return new Access.LimitsUnknown();
    }
    if (!hasLowest) {
      return new Access.LimitsUnknown();
    }
    Optional<Long> lowest = number(Column.WRITE_MIN, believable);
    Optional<Long> highest = number(Column.WRITE_MAX, believable);
    if (lowest.isEmpty() || highest.isEmpty()) {
      return new Access.LimitsUnknown();
    }
    if (lowest.get() > highest.get()) {
      reject(
          Column.WRITE_MIN,
          "it is above write_max \"" + row.at(Column.WRITE_MAX) + "\"; correct or empty the two");
      return new Access.LimitsUnknown();
    }
    return new Access.Within(lowest.get(), highest.get());
  }

  /** The raw number that means this; empty if none does. */
  private Optional<Long> raw(BigDecimal amount) {
    BigDecimal[] steps = amount.divideAndRemainder(scale);
    boolean isCarried =
        steps[1].signum() == 0
            && steps[0].compareTo(BigDecimal.valueOf(type.lowest())) >= 0
            && steps[0].compareTo(BigDecimal.valueOf(type.highest())) <= 0;
    return isCarried ? Optional.of(steps[0].longValueExact()) : Optional.empty();
  }

  private String inUnit(long raw) {
    return scale.multiply(BigDecimal.valueOf(raw)).toPlainString();
  }

  /**
   * The raw numbers by which this register says "no sensor".
   *
   * @param always those of every register of this type
   */
  Set<Long> absent(Set<Long> always) {
    if (row.at(Column.ABSENT).isEmpty()) {
      return always;
    }
    Set<Long> absent = new HashSet<>(always);
    for (String text : row.at(Column.ABSENT).split(" +", -1)) {
      Amounts.whole(text, type.lowest(), type.highest())
          .ifPresentOrElse(
              absent::add, () -> reject(Column.ABSENT, Amounts.rangeOf(type) + ", not scaled"));
    }
    return Set.copyOf(absent);
  }

  private void reject(Column column, String accepted) {
    problems.add(row.line(), column.word() + " \"" + row.at(column) + "\"", accepted);
  }
}
