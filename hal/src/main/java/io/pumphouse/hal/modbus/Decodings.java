package io.pumphouse.hal.modbus;

import io.pumphouse.hal.map.WordOrder;
import io.pumphouse.hal.reading.Decoding;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.RegisterType;
import io.pumphouse.hal.reading.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every way to read the words of a register, side by side, for when a value looks wrong: sign,
 * width, word order, float. Pure.
 */
public final class Decodings {
  private static final List<RegisterType> NARROW =
      List.of(RegisterType.U16, RegisterType.S16, RegisterType.U8, RegisterType.S8);
  private static final List<RegisterType> WIDE = List.of(RegisterType.U32, RegisterType.S32);

  /** Around a heat pump nothing is colder than the air outside or hotter than hot gas. */
  private static final int COLDEST = -60;

  private static final int HOTTEST = 160;

  private final Register register;
  private final WordOrder mapped;

  private Decodings(Register register, WordOrder mapped) {
    this.register = register;
    this.mapped = mapped;
  }

  /**
   * All ways to read these words.
   *
   * @param register what they are read for: scale, unit, limits, "no sensor"
   * @param mapped the word order of its model
   * @param words one or two of them, each 0 to 65535; one-word layouts read the first
   */
  public static List<Decoding> of(Register register, WordOrder mapped, List<Integer> words) {
    if (words.isEmpty() || words.size() > 2) {
      throw new IllegalArgumentException("one word or two, not " + words.size());
    }
    List<Decoding> all = new Decodings(register, mapped).all(words);
    Optional<Decoding> likely = likely(all, words.size());
    return all.stream()
        .map(each -> likely.filter(each::equals).isPresent() ? each.believed() : each)
        .toList();
  }

  private List<Decoding> all(List<Integer> words) {
    List<Decoding> all = new ArrayList<>();
    NARROW.forEach(type -> all.add(number(type, "", mapped, words.subList(0, 1))));
    if (words.size() == 2) {
      for (WordOrder order : WordOrder.values()) {
        WIDE.forEach(type -> all.add(number(type, word(order), order, words)));
      }
      for (WordOrder order : WordOrder.values()) {
        fraction(order, words).forEach(all::add);
      }
    }
    return all;
  }

  private Decoding number(RegisterType type, String word, WordOrder order, List<Integer> words) {
    long raw = Words.raw(type, order, words);
    BigDecimal value = register.decimal(raw);
    boolean isMapped = type == register.type() && (word.isEmpty() || order == mapped);
    return new Decoding(
        type.word(),
        word,
        BigDecimal.valueOf(raw),
        value,
        register.absent().contains(raw) ? "no sensor" : objection(value),
        isMapped,
        false);
  }

  /** Bits that make no finite number are no float. */
  private Stream<Decoding> fraction(WordOrder order, List<Integer> words) {
    int bits = (int) Words.raw(RegisterType.S32, order, words);
    float number = Float.intBitsToFloat(bits);
    if (!Float.isFinite(number)) {
      return Stream.empty();
    }
    BigDecimal value = new BigDecimal(Float.toString(number));
    // Small numbers of other layouts look like floats next to nothing.
    String tiny = number != 0 && Math.abs(number) < 1e-6 ? "next to nothing" : objection(value);
    return Stream.of(new Decoding("float32", word(order), value, value, tiny, false, false));
  }

  private static String word(WordOrder order) {
    return order.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private String objection(BigDecimal value) {
    if (isLimited() && !isWithin(value, register.lowest(), register.highest(), register.scale())) {
      return "outside the register's limits";
    }
    boolean isTemperature = register.unit() == Unit.CELSIUS;
    return isTemperature && !isWithin(value, COLDEST, HOTTEST, BigDecimal.ONE)
        ? "no temperature of a heat pump"
        : "";
  }

  /** Limits that are those of the type say nothing about another type. */
  private boolean isLimited() {
    return register.lowest() > register.type().lowest()
        || register.highest() < register.type().highest();
  }

  private static boolean isWithin(BigDecimal value, long lowest, long highest, BigDecimal scale) {
    BigDecimal one = scale.multiply(BigDecimal.valueOf(lowest));
    BigDecimal other = scale.multiply(BigDecimal.valueOf(highest));
    return value.compareTo(one.min(other)) >= 0 && value.compareTo(one.max(other)) <= 0;
  }

  /**
   * The map is right until something speaks against it; then what takes all words, and is least.
   */
  private static Optional<Decoding> likely(List<Decoding> all, int words) {
    Comparator<Decoding> mappedFirst = Comparator.comparing(each -> !each.isMapped());
    return all.stream()
        .filter(each -> each.verdict().isEmpty())
        .min(
            mappedFirst
                .thenComparing(each -> each.order().isEmpty() == (words == 2))
                .thenComparing(each -> each.value().abs()));
  }
}
