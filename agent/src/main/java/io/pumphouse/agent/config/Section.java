package io.pumphouse.agent.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A part of the file that has keys. Whoever reads it asks for each key it knows; what does not fit
 * becomes a problem, and so does every key that nobody asked for. A value given in place of one
 * that does not fit keeps the reading going, and is thrown away with the rest at the end.
 */
final class Section {
  private final Problems problems;
  private final String path;
  private final int line;
  private final Map<String, Field> fields = new LinkedHashMap<>();
  private final Set<String> known = new LinkedHashSet<>();
  private final Map<String, String> missing = new LinkedHashMap<>();
  private boolean isSound = true;

  /** What stands at a key. */
  private record Field(int keyLine, Node value) {
    int line() {
      return Tree.lineOf(value.getStartMark());
    }

    /** The text as it was written, if it is one. */
    Optional<String> text() {
      return value instanceof ScalarNode scalar && !Words.isBlank(scalar)
          ? Optional.of(scalar.getValue())
          : Optional.empty();
    }
  }

  private Section(Problems problems, String path, int line) {
    this.problems = problems;
    this.path = path;
    this.line = line;
  }

  /** Reads the whole file with this reader. */
  static <T> T read(MappingNode root, Problems problems, Function<Section, T> reader) {
    return new Section(problems, "", Tree.lineOf(root.getStartMark())).fill(root).readBy(reader);
  }

  private Section fill(MappingNode node) {
    node.getValue().forEach(this::add);
    return this;
  }

  private void add(NodeTuple entry) {
    int keyLine = Tree.lineOf(entry.getKeyNode().getStartMark());
    if (!(entry.getKeyNode() instanceof ScalarNode key)) {
      problems.add(keyLine, path, Words.describe(entry.getKeyNode()) + " as a key", "a word");
      return;
    }
    Field first = fields.putIfAbsent(key.getValue(), new Field(keyLine, entry.getValueNode()));
    if (first != null) {
      problems.add(
          keyLine,
          pathOf(key.getValue()),
          "the same key as in line " + first.keyLine(),
          "each key once; delete one of the two");
    }
  }

  private <T> T readBy(Function<Section, T> reader) {
    T result = reader.apply(this);
    Map<String, Field> strangers = new LinkedHashMap<>(fields);
    strangers.keySet().removeAll(known);
    strangers.forEach(this::refuseStranger);
    missing.forEach((key, accepted) -> refuse(key, "nothing", accepted));
    return result;
  }

  /** A stranger that is probably a missing key misspelt is one problem, not two. */
  private void refuseStranger(String key, Field field) {
    Optional<String> meant = Words.nearest(key, known);
    meant.ifPresent(missing::remove);
    String accepted = meant.orElseGet(() -> Words.either(List.copyOf(known)));
    problems.add(field.keyLine(), pathOf(key), "an unknown key", accepted);
  }

  /** The name that problems call this section by, such as {@code pumps[0]}. */
  String path() {
    return path;
  }

  /** The keys that stand in it, in the order of the file. */
  List<String> keys() {
    return List.copyOf(fields.keySet());
  }

  /** Whether this key is there. Asking makes it a known one. */
  boolean has(String key) {
    return field(key).isPresent();
  }

  /** A value that must be there. */
  <T> Optional<T> required(String key, Kind<T> kind) {
    if (!has(key)) {
      missing.put(key, kind.accepted());
    }
    return field(key).flatMap(field -> value(key, field, kind));
  }

  /** A value that may be left out. */
  <T> T optional(String key, Kind<T> kind, T fallback) {
    return field(key).flatMap(field -> value(key, field, kind)).orElse(fallback);
  }

  private <T> Optional<T> value(String key, Field field, Kind<T> kind) {
    Optional<T> value = field.text().flatMap(kind::parse);
    if (value.isEmpty()) {
      refuse(key, field.text().map(kind.advice()).orElse(kind.accepted()));
    }
    return value;
  }

  /**
   * A section inside this one. If it is left out, or everything in it is, the reader is given an
   * empty one; if something else stands there, there is no result.
   */
  <T> Optional<T> within(String key, String example, Function<Section, T> reader) {
    Optional<Node> node = field(key).map(Field::value);
    return node.isEmpty() || Words.isBlank(node.get())
        ? Optional.of(new Section(problems, pathOf(key), lineOf(key)).readBy(reader))
        : inside(pathOf(key), node.get(), example, reader);
  }

  /** A section inside this one that must be there. */
  <T> Optional<T> requiredWithin(String key, String example, Function<Section, T> reader) {
    if (!has(key)) {
      missing.put(key, "keys and values, such as " + example);
      return Optional.empty();
    }
    return within(key, example, reader);
  }

  /** The sections of a list that must be there and must not be empty. */
  <T> List<T> each(String key, String example, Function<Section, Optional<T>> reader) {
    List<Node> nodes = list(key);
    String accepted = "a list with at least one entry, such as - " + example;
    if (!has(key)) {
      missing.put(key, accepted);
    } else if (nodes.isEmpty()) {
      refuse(key, accepted);
    }
    List<T> results = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      String name = pathOf(key) + "[" + i + "]";
      inside(name, nodes.get(i), example, reader).flatMap(entry -> entry).ifPresent(results::add);
    }
    return results;
  }

  /** The words of a list that may be left out, each of them once. */
  <T> List<T> entries(String key, String example, Kind<T> kind) {
    Optional<Node> node = field(key).map(Field::value);
    if (node.isPresent() && !(node.get() instanceof SequenceNode)) {
      refuse(key, "a list, such as " + example);
    }
    List<T> results = new ArrayList<>();
    int index = 0;
    for (Node entry : list(key)) {
      String name = pathOf(key) + "[" + index++ + "]";
      Field field = new Field(Tree.lineOf(entry.getStartMark()), entry);
      Optional<T> value = field.text().flatMap(kind::parse);
      if (value.isEmpty()) {
        String accepted = field.text().map(kind.advice()).orElse(kind.accepted());
        problems.add(field.line(), name, Words.describe(entry), accepted);
      } else if (results.contains(value.get())) {
        problems.add(field.line(), name, Words.describe(entry) + " again", "each entry once");
      }
      value.ifPresent(results::add);
    }
    return results;
  }

  private List<Node> list(String key) {
    return field(key)
        .filter(field -> field.value() instanceof SequenceNode)
        .map(field -> ((SequenceNode) field.value()).getValue())
        .orElse(List.of());
  }

  private <T> Optional<T> inside(
      String name, Node node, String example, Function<Section, T> reader) {
    int first = Tree.lineOf(node.getStartMark());
    if (node instanceof MappingNode mapping) {
      return Optional.of(new Section(problems, name, first).fill(mapping).readBy(reader));
    }
    problems.add(first, name, Words.describe(node), "keys and values, such as " + example);
    return Optional.empty();
  }

  /** Says that what stands at this key does not fit. */
  void refuse(String key, String accepted) {
    refuse(key, field(key).map(field -> Words.describe(field.value())).orElse("nothing"), accepted);
  }

  /** Says what is wrong with what stands at this key, or with the section if it is left out. */
  void refuse(String key, String found, String accepted) {
    isSound = false;
    problems.add(lineOf(key), pathOf(key), found, accepted);
  }

  /** Whether every value so far was the one that was written, none stood in for another. */
  boolean isSound() {
    return isSound;
  }

  /** Says that the section as a whole does not fit. */
  void refuseAll(String found, String accepted) {
    problems.add(line, path, found, accepted);
  }

  private Optional<Field> field(String key) {
    known.add(key);
    return Optional.ofNullable(fields.get(key));
  }

  private int lineOf(String key) {
    return field(key).map(Field::line).orElse(line);
  }

  private String pathOf(String key) {
    return path.isEmpty() ? Words.shown(key) : path + "." + Words.shown(key);
  }
}
