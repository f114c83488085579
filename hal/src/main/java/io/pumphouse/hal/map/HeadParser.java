package io.pumphouse.hal.map;

import io.pumphouse.hal.reading.RegisterType;
import io.pumphouse.hal.reading.Space;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the directives of one map file. After a mistake it goes on with a harmless stand-in, to
 * find the next one too; a map with mistakes is never handed out. Confined to one load.
 */
final class HeadParser {
  private final String modelId;
  private final Problems problems;
  private final Set<Directive> seen = EnumSet.noneOf(Directive.class);
  private final Set<Wire> wires = EnumSet.noneOf(Wire.class);
  private final List<AddressRange> readable = new ArrayList<>();
  private final Map<RegisterType, Set<Long>> absent = new EnumMap<>(RegisterType.class);
  private final Map<String, String> sources = new LinkedHashMap<>();
  private String title = "";
  private WordOrder wordOrder = WordOrder.LOW_FIRST;
  private int registersPerRequest = 1;
  private int bitsPerRequest = 1;
  private Duration pause = Duration.ZERO;
  private Duration answerWithin = Duration.ofSeconds(1);
  private int exceptionForAbsent = 1;

  /**
   * A parser for one file.
   *
   * @param modelId the model that the file's name promises
   */
  HeadParser(String modelId, Problems problems) {
    this.modelId = modelId;
    this.problems = problems;
  }

  /** Takes one line that starts with a single {@code #}. */
  void take(int line, String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      problems.add(
          line,
          "no directive \"" + text + "\"",
          "a directive is \"# name: value\", a comment starts with ##");
      return;
    }
    String name = text.substring(1, colon).strip();
    String word = name.startsWith("source ") ? "source" : name;
    String key = name.substring(word.length()).strip();
    String value = text.substring(colon + 1).strip();
    Vocabulary.DIRECTIVES
        .read(line, word, problems)
        .filter(directive -> isInOrder(line, directive, value))
        .ifPresent(directive -> take(line, directive, key, value));
  }

  private boolean isInOrder(int line, Directive directive, String value) {
    if (!seen.add(directive) && !directive.isRepeatable()) {
      problems.add(line, directive.word() + " a second time", "keep one of the two lines");
      return false;
    }
    if (value.isEmpty()) {
      reject(line, directive, value, "write it like \"" + directive.example() + "\"");
      return false;
    }
    return true;
  }

  private void take(int line, Directive directive, String key, String value) {
    switch (directive) {
      case MODEL -> model(line, value);
      case TITLE -> title = value;
      case WIRES -> wires(line, value);
      case WORD_ORDER -> wordOrder = wordOrder(line, value);
      case REGISTERS_PER_REQUEST -> registersPerRequest = number(line, directive, value, 125);
      case BITS_PER_REQUEST -> bitsPerRequest = number(line, directive, value, 2000);
      case PAUSE -> pause = duration(line, directive, value, Duration.ZERO);
      case ANSWER_WITHIN -> answerWithin = duration(line, directive, value, Duration.ofMillis(1));
      case ABSENT -> sentinels(line, value);
      case READABLE -> ranges(line, value);
      case EXCEPTION_FOR_ABSENT -> exceptionForAbsent = number(line, directive, value, 255);
      case SOURCE -> source(line, key, value);
    }
  }

  /**
   * What all the directives say together.
   *
   * @param line where the head ends
   */
  Head finish(int line) {
    for (Directive directive : Directive.values()) {
      if (directive.isRequired() && !seen.contains(directive)) {
        problems.add(
            line,
            "no directive \"" + directive.word() + "\" above the header row",
            "add a line like \"" + directive.example() + "\"");
      }
    }
    return new Head(
        new Model(
            modelId,
            title,
            wires,
            wordOrder,
            registersPerRequest,
            bitsPerRequest,
            pause,
            answerWithin,
            readable,
            exceptionForAbsent,
            List.of(0),
            Set.of(),
            sources),
        absent);
  }

  private void model(int line, String value) {
    if (!value.equals(modelId)) {
      reject(line, Directive.MODEL, value, "the file is named \"" + modelId + ".csv\"");
    }
  }

  private void wires(int line, String value) {
    for (String word : value.split(",", -1)) {
      Vocabulary.WIRES.read(line, word.strip(), problems).ifPresent(wires::add);
    }
  }

  private WordOrder wordOrder(int line, String value) {
    return Vocabulary.WORD_ORDERS.read(line, value, problems).orElse(wordOrder);
  }

  private void sentinels(int line, String value) {
    for (String pair : value.split(" +", -1)) {
      int equals = Math.max(pair.indexOf('='), 0);
      Vocabulary.TYPES
          .read(line, pair.substring(0, equals), problems)
          .ifPresent(type -> sentinel(line, type, pair.substring(equals + 1)));
    }
  }

  private void sentinel(int line, RegisterType type, String number) {
    Amounts.whole(number, type.lowest(), type.highest())
        .ifPresentOrElse(
            raw -> absent.computeIfAbsent(type, _ -> new HashSet<>()).add(raw),
            () -> reject(line, Directive.ABSENT, number, Amounts.rangeOf(type)));
  }

  private void ranges(int line, String value) {
    int blank = Math.max(value.indexOf(' '), 0);
    Optional<Space> space = Vocabulary.SPACES.read(line, value.substring(0, blank), problems);
    if (space.isPresent()) {
      for (String range : value.substring(blank).split(",", -1)) {
        range(line, space.get(), range.strip());
      }
    }
  }

  private void range(int line, Space space, String range) {
    int dash = range.indexOf('-');
    Optional<Long> first = Amounts.whole(dash < 0 ? range : range.substring(0, dash), 0, 0xFFFF);
    Optional<Long> last =
        first.flatMap(from -> Amounts.whole(range.substring(dash + 1), from, 0xFFFF));
    if (last.isPresent()) {
      readable.add(new AddressRange(space, first.get().intValue(), last.get().intValue()));
    } else {
      reject(line, Directive.READABLE, range, "write first-last, from 0 to 65535, or one address");
    }
  }

  private void source(int line, String key, String value) {
    if (key.isEmpty() || key.contains(" ")) {
      reject(
          line,
          Directive.SOURCE,
          value,
          "give it a key of one word, like \"" + Directive.SOURCE.example() + "\"");
    } else if (sources.put(key, value) != null) {
      reject(line, Directive.SOURCE, key, "this key is taken by a line above; choose another");
    }
  }

  private int number(int line, Directive directive, String value, int highest) {
    Optional<Long> number = Amounts.whole(value, 1, highest);
    if (number.isEmpty()) {
      reject(line, directive, value, "use a whole number from 1 to " + highest);
    }
    return number.orElse(1L).intValue();
  }

  private Duration duration(int line, Directive directive, String value, Duration least) {
    Optional<Duration> duration =
        Amounts.duration(value).filter(time -> time.compareTo(least) >= 0);
    if (duration.isEmpty()) {
      String from = "use a time from " + least.toMillis() + "ms";
      reject(line, directive, value, from + " to 60s, such as 100ms or 2.1s");
    }
    return duration.orElse(least);
  }

  private void reject(int line, Directive directive, String value, String accepted) {
    problems.add(line, directive.word() + " \"" + value + "\"", accepted);
  }
}
