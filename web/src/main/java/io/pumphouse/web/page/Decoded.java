package io.pumphouse.web.page;

import io.pumphouse.hal.reading.Decoding;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.web.model.RegisterStatus;
import io.pumphouse.web.model.Registers;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One register looked into, with every way to read its words. Public because compiled templates
 * live in a package of their own.
 *
 * @param row the register
 * @param unit its unit; may be empty
 * @param words the words that are read, in hex
 * @param isUnderstood whether they are words at all
 * @param ways each way to read them
 */
public record Decoded(
    RegisterRow row, String unit, String words, boolean isUnderstood, List<Decoding> ways) {
  private static final Pattern WORDS = Pattern.compile("[0-9A-Fa-f]{4}([ ,]?[0-9A-Fa-f]{4})?");

  public Decoded {
    ways = List.copyOf(ways);
  }

  /**
   * Looks into one register.
   *
   * @param register its number or public name
   * @param words hex digits as typed; empty for those of the newest sample
   * @return empty if there is no such register
   */
  static Optional<Decoded> of(
      Tongue tongue,
      Frames frames,
      Registers registers,
      PumpId pump,
      String register,
      String words) {
    return registers
        .register(pump, register)
        .map(
            status ->
                of(tongue, frames, registers, pump, status, words.isBlank() ? own(status) : words));
  }

  private static String own(RegisterStatus status) {
    return RegisterRow.hex(status.words());
  }

  private static Decoded of(
      Tongue tongue,
      Frames frames,
      Registers registers,
      PumpId pump,
      RegisterStatus status,
      String words) {
    boolean isUnderstood = WORDS.matcher(words.strip()).matches();
    return new Decoded(
        RegisterRow.of(tongue, frames, status),
        Wording.unit(status.register()),
        words,
        isUnderstood || words.isEmpty(),
        isUnderstood ? registers.decode(pump, status.register().id(), numbers(words)) : List.of());
  }

  private static List<Integer> numbers(String words) {
    String digits = words.replaceAll("[ ,]", "");
    return Arrays.stream(digits.split("(?<=\\G.{4})"))
        .map(word -> Integer.valueOf(word, 16))
        .toList();
  }
}
