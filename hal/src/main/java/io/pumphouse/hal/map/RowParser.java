package io.pumphouse.hal.map;

import io.pumphouse.hal.reading.Access;
import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.RegisterType;
import io.pumphouse.hal.reading.Space;
import io.pumphouse.hal.reading.Unit;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the rows of one map file: first the cells that mean something by themselves, then, if those
 * are sound, whether they agree and what the numbers are. Confined to one load.
 */
final class RowParser {
  private final Head head;
  private final Problems problems;
  private final Map<String, Optional<BigDecimal>> scales = new HashMap<>();

  RowParser(Head head, Problems problems) {
    this.head = head;
    this.problems = problems;
  }

  /** The cells that mean something by themselves. */
  private record Words(
      Space space, RegisterType type, BigDecimal scale, Unit unit, boolean isSetting) {}

  /** The register on this row; empty if there is a problem with it. */
  Optional<Register> parse(Cells row) {
    return words(row).filter(words -> agree(row, words)).flatMap(words -> register(row, words));
  }

  /** The metric that this row carries, if it names a known one. */
  static Optional<Metric> metric(Cells row) {
    return Vocabulary.METRICS.find(row.at(Column.METRIC));
  }

  private Optional<Words> words(Cells row) {
    int before = problems.count();
    Optional<Space> space = word(row, Column.SPACE, Vocabulary.SPACES);
    Optional<RegisterType> type = word(row, Column.TYPE, Vocabulary.TYPES);
    Optional<Unit> unit = word(row, Column.UNIT, Vocabulary.UNITS);
    Optional<Boolean> isSetting = word(row, Column.ACCESS, Vocabulary.ACCESS);
    Optional<BigDecimal> scale = scale(row);
    if (!row.at(Column.METRIC).isEmpty()) {
      word(row, Column.METRIC, Vocabulary.METRICS);
    }
    if (!head.model().sources().containsKey(row.at(Column.SOURCE))) {
      reject(row, Column.SOURCE, "use the key of a \"# source key: document\" line at the head");
    }
    requireText(row, Column.ID);
    requireText(row, Column.LABEL);
    if (problems.count() > before) {
      return Optional.empty();
    }
    return Optional.of(
        new Words(
            space.orElseThrow(),
            type.orElseThrow(),
            scale.orElseThrow(),
            unit.orElseThrow(),
            isSetting.orElseThrow()));
  }

  private <T> Optional<T> word(Cells row, Column column, Vocabulary<T> vocabulary) {
    return vocabulary.read(row.line(), row.at(column), problems);
  }

  private Optional<BigDecimal> scale(Cells row) {
    Optional<BigDecimal> scale =
        scales.computeIfAbsent(
            row.at(Column.SCALE),
            text -> Amounts.decimal(text).filter(number -> number.signum() > 0));
    if (scale.isEmpty()) {
      reject(row, Column.SCALE, "use a number above zero with a decimal point, such as 1 or 0.1");
    }
    return scale;
  }

  private void requireText(Cells row, Column column) {
    if (row.at(column).isBlank()) {
      reject(row, column, "write something");
    }
  }

  private boolean agree(Cells row, Words words) {
    int before = problems.count();
    requireWires(row, words);
    if (words.space.isBits() != (words.type == RegisterType.BIT)) {
      reject(
          row,
          Column.TYPE,
          words.space.isBits()
              ? "a %s is always a bit".formatted(words.space.word())
              : "a bit needs space coil or discrete");
    }
    if (words.isSetting && (words.space == Space.INPUT || words.space == Space.DISCRETE)) {
      reject(row, Column.ACCESS, "only coil and holding can be written; use r");
    }
    metric(row)
        .filter(metric -> metric.unit() != words.unit)
        .ifPresent(
            metric ->
                reject(
                    row,
                    Column.UNIT,
                    "metric %s is measured in \"%s\"; use that and fit the scale"
                        .formatted(metric.key(), metric.unit().symbol())));
    return problems.count() == before;
  }

  private void requireWires(Cells row, Words words) {
    for (Wire wire : head.model().wires()) {
      if (!wire.spaces().contains(words.space)) {
        reject(
            row,
            Column.SPACE,
            "over %s a register is in %s"
                .formatted(
                    wire.word(),
                    wire.spaces().stream().map(Space::word).collect(Collectors.joining(", "))));
        return;
      }
      if (!wire.carries32Bits() && words.type.width() > 1) {
        reject(row, Column.TYPE, wire.word() + " carries 16 bits at a time; use u16 or s16");
        return;
      }
    }
  }

  private Optional<Register> register(Cells row, Words words) {
    int before = problems.count();
    RawNumbers numbers = new RawNumbers(row, words.type, words.scale, problems);
    int address = numbers.address();
    RawNumbers.Limits limits = numbers.limits();
    Access access = access(row, words, numbers, limits);
    Set<Long> absent = numbers.absent(head.absent(words.type));
    if (problems.count() > before) {
      return Optional.empty();
    }
    requireReadable(row, words, address);
    Register register =
        new Register(
            new RegisterId(row.at(Column.ID)),
            words.space,
            address,
            words.type,
            words.scale,
            words.unit,
            access,
            limits.lowest(),
            limits.highest(),
            absent,
            metric(row).map(Metric::label).orElse(row.at(Column.LABEL)),
            row.at(Column.SOURCE));
    requireReach(row, register);
    return Optional.of(register);
  }

  private Access access(Cells row, Words words, RawNumbers numbers, RawNumbers.Limits believable) {
    if (words.isSetting) {
      return numbers.writable(believable);
    }
    for (Column column : List.of(Column.WRITE_MIN, Column.WRITE_MAX)) {
      if (!row.at(column).isEmpty()) {
        reject(row, column, "what is only read has no limits for writing; empty it, or use rw");
      }
    }
    return new Access.ReadOnly();
  }

  private void requireReach(Cells row, Register register) {
    for (int offset : head.model().offsets()) {
      int address = head.model().addressOf(register, offset);
      if (address < 0 || register.end() - register.address() + address > 0x1_0000) {
        reject(row, Column.ADDRESS, "with offset " + offset + " it leaves 0 to 65535");
      }
    }
  }

  private void requireReadable(Cells row, Words words, int address) {
    List<AddressRange> ranges = head.model().readable();
    int end = address + words.space.addresses(words.type);
    if (!ranges.isEmpty()
        && ranges.stream().noneMatch(range -> range.covers(words.space, address, end))) {
      reject(row, Column.ADDRESS, "a register lies inside one \"# readable\" range of its space");
    }
  }

  private void reject(Cells row, Column column, String accepted) {
    problems.add(row.line(), column.word() + " \"" + row.at(column) + "\"", accepted);
  }
}
