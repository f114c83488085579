package io.pumphouse.hal.map;

import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.RegisterId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads the directives of one map file. After a mistake it goes on with a harmless stand-in, to
 * find the next one too; a map with mistakes is never handed out. Confined to one load.
 */
final class HeadParser {
  private static final int MOST_PER_SECOND = 100_000;

  /** Directives whose name is followed by what they are about. */
  private static final List<String> KEYED =
      List.of(Directive.SOURCE.word(), Directive.VALUES.word());

  private final String modelId;
  private final Problems problems;
  private final Map<Directive, List<Said>> said = new EnumMap<>(Directive.class);
  private final Map<String, String> sources = new LinkedHashMap<>();
  private final Map<Metric, Values> values = new EnumMap<>(Metric.class);

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
    String word = KEYED.stream().filter(it -> name.startsWith(it + " ")).findFirst().orElse(name);
    String key = name.substring(word.length()).strip();
    String value = text.substring(colon + 1).strip();
    Vocabulary.DIRECTIVES
        .read(line, word, problems)
        .map(directive -> new Said(line, directive, value, problems))
        .filter(this::isInOrder)
        .ifPresent(directive -> check(directive, key));
  }

  private boolean isInOrder(Said directive) {
    Directive kind = directive.directive();
    if (said.containsKey(kind) && !kind.isRepeatable()) {
      problems.add(directive.line(), kind.word() + " a second time", "keep one of the two lines");
      return false;
    }
    List<Said> lines = said.computeIfAbsent(kind, _ -> new ArrayList<>());
    if (directive.value().isEmpty()) {
      directive.reject("", "write it like \"" + kind.example() + "\"");
      return false;
    }
    lines.add(directive);
    return true;
  }

  private void check(Said directive, String key) {
    if (directive.directive() == Directive.SOURCE) {
      source(directive, key);
    } else if (directive.directive() == Directive.VALUES) {
      Vocabulary.METRICS
          .read(directive.line(), key, problems)
          .ifPresent(metric -> values(directive, metric));
    } else if (directive.directive() == Directive.MODEL && !directive.value().equals(modelId)) {
      directive.reject(directive.value(), "the file is named \"" + modelId + ".csv\"");
    }
  }

  private void source(Said directive, String key) {
    if (key.isEmpty() || key.contains(" ")) {
      directive.reject(
          directive.value(),
          "give it a key of one word, like \"" + Directive.SOURCE.example() + "\"");
    } else if (sources.put(key, directive.value()) != null) {
      directive.reject(key, "this key is taken by a line above; choose another");
    }
  }

  private void values(Said directive, Metric metric) {
    if (values.put(metric, new Values(directive, metric, directive.meanings())) != null) {
      directive.reject(metric.key(), "keep one line for each metric");
    }
  }

  /**
   * What all the directives say together.
   *
   * @param line where the head ends
   */
  Head finish(int line) {
    Set<Wire> wires = Set.copyOf(all(Directive.WIRES, it -> it.words(Vocabulary.WIRES)));
    requireOneProtocol(wires);
    requireAll(line, wires);
    requireRegoToShift(wires);
    requireGatewayForCables(wires);
    return new Head(
        model(wires),
        one(Directive.ABSENT, Said::sentinels, Map.of()),
        lines(Directive.NEVER_WRITE),
        lines(Directive.ALARMS),
        List.copyOf(values.values()));
  }

  private Model model(Set<Wire> wires) {
    return new Model(
        modelId,
        one(Directive.TITLE, Said::value, ""),
        wires,
        one(Directive.WORD_ORDER, this::wordOrder, WordOrder.LOW_FIRST),
        one(Directive.REGISTERS_PER_REQUEST, it -> it.number(125), 1),
        one(Directive.BITS_PER_REQUEST, it -> it.number(2000), 1),
        one(Directive.PAUSE, it -> it.duration(Duration.ZERO), Duration.ZERO),
        one(
            Directive.ANSWER_WITHIN,
            it -> it.duration(Duration.ofMillis(1)),
            Duration.ofSeconds(1)),
        all(Directive.READABLE, Said::ranges),
        one(Directive.EXCEPTION_FOR_ABSENT, it -> it.number(255), 1),
        one(Directive.OFFSETS, it -> it.numbers(-0xFFFF, 0xFFFF), List.of(0)),
        Set.copyOf(all(Directive.QUIRKS, it -> it.words(Vocabulary.QUIRKS))),
        sources,
        serial(wires),
        all(Directive.SHIFTING, Said::ranges),
        one(Directive.REGISTERS_PER_SECOND, it -> it.number(MOST_PER_SECOND), 0),
        Set.copyOf(all(Directive.NEVER_WRITE, HeadParser::ids)),
        Set.copyOf(one(Directive.OTHER_CABLES, Said::cables, List.<String>of())));
  }

  private SerialHabit serial(Set<Wire> wires) {
    boolean isFixed = wires.contains(Wire.REGO) || wires.contains(Wire.HUSDATA_H1);
    SerialHabit usual = isFixed ? SerialHabit.SERVICE_PORT : SerialHabit.USUAL;
    SerialHabit said = one(Directive.SERIAL, Said::serial, usual);
    if (isFixed && !said.equals(usual)) {
      lines(Directive.SERIAL)
          .forEach(
              directive ->
                  directive.reject(
                      directive.value(),
                      "write " + usual + ", or delete it: its port has no other"));
    }
    return said;
  }

  private void requireOneProtocol(Set<Wire> wires) {
    if (wires.stream().map(Wire::protocol).distinct().count() > 1) {
      lines(Directive.WIRES)
          .forEach(
              directive ->
                  directive.reject(
                      directive.value(),
                      "a map is for one protocol: modbus, rego, husdata-h1 or husdata-h66"));
    }
  }

  private void requireRegoToShift(Set<Wire> wires) {
    if (!wires.contains(Wire.REGO)) {
      lines(Directive.SHIFTING)
          .forEach(
              directive ->
                  directive.reject(
                      directive.value(),
                      "delete the line: only over rego do some addresses shift and others not;"
                          + " elsewhere an offset is added to all of them"));
    }
  }

  private void requireGatewayForCables(Set<Wire> wires) {
    if (!wires.contains(Wire.HUSDATA_H66)) {
      lines(Directive.OTHER_CABLES)
          .forEach(
              directive ->
                  directive.reject(
                      directive.value(), "delete the line: only an H60 or H66 names its cable"));
    }
  }

  private void requireAll(int line, Set<Wire> wires) {
    for (Directive directive : Directive.values()) {
      if (directive.isRequiredOver(wires) && !said.containsKey(directive)) {
        problems.add(
            line,
            "no directive \"" + directive.word() + "\" above the header row",
            "add a line like \"" + directive.example() + "\"");
      }
    }
  }

  private WordOrder wordOrder(Said directive) {
    return Vocabulary.WORD_ORDERS
        .read(directive.line(), directive.value(), problems)
        .orElse(WordOrder.LOW_FIRST);
  }

  /** The ids in a directive that names registers. */
  static List<RegisterId> ids(Said directive) {
    return directive.parts().filter(id -> !id.isEmpty()).map(RegisterId::new).toList();
  }

  private <T> T one(Directive directive, Function<Said, T> reader, T otherwise) {
    return lines(directive).stream().map(reader).findFirst().orElse(otherwise);
  }

  private <T> List<T> all(Directive directive, Function<Said, List<T>> reader) {
    return lines(directive).stream()
        .map(reader)
        .flatMap(List::stream)
        .collect(Collectors.toUnmodifiableList());
  }

  private List<Said> lines(Directive directive) {
    return said.getOrDefault(directive, List.of());
  }
}
