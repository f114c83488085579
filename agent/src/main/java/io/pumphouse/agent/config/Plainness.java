package io.pumphouse.agent.config;

import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;

/**
 * Refuses what YAML can do and a configuration has no use for: a second document, anchors and their
 * aliases, tags, and deep nesting. Confined to the thread that reads the file.
 */
final class Plainness {
  /** The deepest setting, an interval of a pump, is four deep. */
  static final int DEEPEST = 12;

  private final Problems problems;
  private int documents;
  private int depth;
  private int line = 1;

  Plainness(Problems problems) {
    this.problems = problems;
  }

  /** Takes the next event of the file. */
  void check(Event event) {
    line = Tree.lineOf(event.getEndMark());
    switch (event) {
      case DocumentStartEvent start -> document(start);
      case AliasEvent alias ->
          refuse(
              alias,
              "the alias *" + Words.shown(alias.getAnchor()),
              "the value itself, written out");
      case CollectionStartEvent start -> {
        named(start);
        tagged(start, start.getTag() != null);
        deeper(start);
      }
      case ScalarEvent scalar -> {
        named(scalar);
        tagged(scalar, scalar.getTag() != null);
      }
      case CollectionEndEvent _ -> depth--;
      default -> {} // the library's other events carry nothing to refuse
    }
  }

  /** Where the latest event ends. */
  int line() {
    return line;
  }

  boolean isTooDeep() {
    return depth > DEEPEST;
  }

  private void document(DocumentStartEvent start) {
    documents++;
    if (documents > 1) {
      refuse(start, "the start of a second document", "one document; delete the line ---");
    }
  }

  private void named(NodeEvent node) {
    if (node.getAnchor() != null) {
      refuse(
          node,
          "the anchor &" + Words.shown(node.getAnchor()),
          "plain values; write repeated ones out");
    }
  }

  private void tagged(NodeEvent node, boolean isTagged) {
    if (isTagged) {
      refuse(node, "a YAML tag", "the plain value; delete the word that starts with !");
    }
  }

  private void deeper(CollectionStartEvent start) {
    depth++;
    if (isTooDeep()) {
      refuse(start, "more than " + DEEPEST + " levels of nesting", "brackets and braces closed");
    }
  }

  private void refuse(Event event, String found, String accepted) {
    problems.add(Tree.lineOf(event.getStartMark()), found, accepted);
  }
}
