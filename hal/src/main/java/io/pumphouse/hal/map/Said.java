package io.pumphouse.hal.map;

import io.pumphouse.hal.line.Wiring.Parity;
import io.pumphouse.hal.reading.RegisterType;
import io.pumphouse.hal.reading.Space;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One directive of a map file, and how its value is understood. Where the value makes no sense,
 * that is reported and a harmless stand-in given.
 *
 * @param line its line in the file
 * @param directive which one it is
 * @param value the text behind the colon
 * @param problems where values that make no sense are reported
 */
record Said(int line, Directive directive, String value, Problems problems) {
  private static final Pattern CABLE = Pattern.compile("[0-9A-Z]{2}");
  private static final Pattern SERIAL = Pattern.compile("(\\d{3,7}) 8([NEO])([12])");

  /** A whole number from 1. */
  int number(int highest) {
    return whole(value, 1, highest).orElse(1L).intValue();
  }

  private Optional<Long> whole(String text, long lowest, long highest) {
    Optional<Long> number = Amounts.whole(text, lowest, highest);
    if (number.isEmpty()) {
      reject(text, "use a whole number from " + lowest + " to " + highest);
    }
    return number;
  }

  /** Whole numbers, separated by commas. */
  List<Integer> numbers(int lowest, int highest) {
    return parts()
        .flatMap(text -> whole(text, lowest, highest).stream())
        .map(Long::intValue)
        .toList();
  }

  /** The two characters by which a gateway names its cable, between commas. */
  List<String> cables() {
    return parts().filter(this::isCable).toList();
  }

  private boolean isCable(String text) {
    boolean isCable = CABLE.matcher(text).matches();
    if (!isCable) {
      reject(text, "use two digits or capital letters, such as 40");
    }
    return isCable;
  }

  /** The parts between commas. */
  Stream<String> parts() {
    return Arrays.stream(value.split(",", -1)).map(String::strip);
  }

  /** The words between commas that the vocabulary has. */
  <T> List<T> words(Vocabulary<T> vocabulary) {
    return parts().flatMap(text -> vocabulary.read(line, text, problems).stream()).toList();
  }

  /** A time from {@code least} to a minute. */
  Duration duration(Duration least) {
    Optional<Duration> duration =
        Amounts.duration(value).filter(time -> time.compareTo(least) >= 0);
    if (duration.isEmpty()) {
      String from = "use a time from " + least.toMillis() + "ms";
      reject(value, from + " to 60s, such as 100ms or 2.1s");
    }
    return duration.orElse(least);
  }

  /** {@code 19200 8E1}. */
  SerialHabit serial() {
    Matcher matcher = SERIAL.matcher(value);
    if (matcher.matches()) {
      int baud = Integer.parseInt(matcher.group(1));
      if (baud >= 300 && baud <= 4_000_000) {
        return new SerialHabit(baud, parity(matcher.group(2)), Integer.parseInt(matcher.group(3)));
      }
    }
    reject(value, "write baud from 300 to 4000000, 8, N, E or O, 1 or 2, such as 9600 8N1");
    return SerialHabit.USUAL;
  }

  private static Parity parity(String letter) {
    return Arrays.stream(Parity.values())
        .filter(parity -> parity.name().startsWith(letter))
        .findFirst()
        .orElseThrow();
  }

  /** {@code input 0-100, 116}. */
  List<AddressRange> ranges() {
    int blank = Math.max(value.indexOf(' '), 0);
    Optional<Space> space = Vocabulary.SPACES.read(line, value.substring(0, blank), problems);
    if (space.isEmpty()) {
      return List.of();
    }
    return Arrays.stream(value.substring(blank).split(",", -1))
        .flatMap(range -> range(space.get(), range.strip()).stream())
        .toList();
  }

  private Optional<AddressRange> range(Space space, String range) {
    int dash = range.indexOf('-');
    Optional<Integer> first = Amounts.address(dash < 0 ? range : range.substring(0, dash), 0xFFFF);
    Optional<AddressRange> whole =
        first.flatMap(
            from ->
                Amounts.address(range.substring(dash + 1), 0xFFFF)
                    .filter(to -> to >= from)
                    .map(to -> new AddressRange(space, from, to)));
    if (whole.isEmpty()) {
      reject(range, "write first-last, from 0 to 65535, or one address");
    }
    return whole;
  }

  /** Per type, raw numbers: {@code s16=-32768 u16=65535}. */
  Map<RegisterType, Set<Long>> sentinels() {
    Map<RegisterType, Set<Long>> sentinels = new EnumMap<>(RegisterType.class);
    for (String word : value.split(" +", -1)) {
      int equals = Math.max(word.indexOf('='), 0);
      Vocabulary.TYPES
          .read(line, word.substring(0, equals), problems)
          .ifPresent(
              type ->
                  sentinel(type, word.substring(equals + 1))
                      .ifPresent(
                          raw -> sentinels.computeIfAbsent(type, _ -> new HashSet<>()).add(raw)));
    }
    return sentinels;
  }

  private Optional<Long> sentinel(RegisterType type, String number) {
    Optional<Long> raw = Amounts.whole(number, type.lowest(), type.highest());
    if (raw.isEmpty()) {
      reject(number, Amounts.rangeOf(type));
    }
    return raw;
  }

  /** Numbers and what they stand for: {@code 10=off, 20=hot water}. */
  Map<Long, String> meanings() {
    Map<Long, String> meanings = new LinkedHashMap<>();
    parts().forEach(part -> meaning(part, meanings));
    return meanings;
  }

  private void meaning(String part, Map<Long, String> meanings) {
    int equals = part.indexOf('=');
    Optional<Long> number =
        Amounts.whole(part.substring(0, Math.max(equals, 0)).strip(), -0x8000, 0xFFFF);
    String word = part.substring(equals + 1).strip();
    if (number.isEmpty() || word.isEmpty() || meanings.put(number.get(), word) != null) {
      reject(part, "write number=word, each number once, such as 10=off, 20=hot water");
    }
  }

  /** Says that the value, or a part of it, does not fit. */
  void reject(String found, String accepted) {
    problems.add(line, directive.word() + " \"" + found + "\"", accepted);
  }
}
