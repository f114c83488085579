package io.pumphouse.hal.modbus;

import io.pumphouse.hal.map.Model;
import io.pumphouse.hal.map.Quirk;
import io.pumphouse.hal.map.WordOrder;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.RegisterType;
import java.util.List;

/**
 * Between the words on the wire and the raw number they make. An 8-bit number is the low byte of a
 * whole register; a bit is a word of 0 or 1. Pure.
 */
public final class Words {
  private Words() {}

  /**
   * The number that these words make.
   *
   * @param words as many as the type is wide, each 0 to 65535, in the order of their addresses
   */
  public static long raw(RegisterType type, WordOrder order, List<Integer> words) {
    if (words.size() != type.width()) {
      throw new IllegalArgumentException(
          type.word() + " takes " + type.width() + " words, not " + words.size());
    }
    return switch (type) {
      case BIT, U16 -> words.getFirst();
      case U8 -> words.getFirst() & 0xFF;
      case S8 -> words.getFirst().byteValue();
      case S16 -> words.getFirst().shortValue();
      case U32 -> Integer.toUnsignedLong(joined(order, words));
      case S32 -> joined(order, words);
    };
  }

  private static int joined(WordOrder order, List<Integer> words) {
    return switch (order) {
      case LOW_FIRST -> words.getLast() << 16 | words.getFirst();
      case HIGH_FIRST -> words.getFirst() << 16 | words.getLast();
    };
  }

  /**
   * The words by which a device of this model says this number, in the order of their addresses;
   * empty where that cannot be told afterwards: the number does not fit, or which word came first
   * is for each device to say.
   */
  public static List<Integer> said(Model model, Register register, long raw) {
    boolean isOpen = register.type().width() > 1 && model.quirks().contains(Quirk.WORD_SWAP);
    return isOpen ? List.of() : said(model.wordOrder(), register, raw);
  }

  /** The same of a device whose order is known. */
  public static List<Integer> said(WordOrder order, Register register, long raw) {
    RegisterType type = register.type();
    return raw < type.lowest() || raw > type.highest() ? List.of() : words(type, order, raw);
  }

  /**
   * The words that stand for this number, in the order of their addresses. The high byte of an
   * 8-bit number is zero.
   */
  public static List<Integer> words(RegisterType type, WordOrder order, long raw) {
    if (raw < type.lowest() || raw > type.highest()) {
      throw new IllegalArgumentException(raw + " does not fit " + type.word());
    }
    int low = (int) raw & 0xFFFF;
    int high = (int) (raw >>> 16) & 0xFFFF;
    return switch (type) {
      case BIT, U16, S16 -> List.of(low);
      case U8, S8 -> List.of(low & 0xFF);
      case U32, S32 ->
          switch (order) {
            case LOW_FIRST -> List.of(low, high);
            case HIGH_FIRST -> List.of(high, low);
          };
    };
  }
}
