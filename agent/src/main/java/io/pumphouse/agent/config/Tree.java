package io.pumphouse.agent.config;

import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * From text to YAML's node tree, in which every scalar is still the text a person wrote: YAML's
 * guesses at numbers, times and truth values are made later, by the step that is never taken here.
 */
final class Tree {
  private Tree() {}

  /** The keys of the file, or empty if something was wrong, which is then among the problems. */
  static Optional<MappingNode> of(String text, Problems problems) {
    Plainness plainness = new Plainness(problems);
    try {
      walk(text, plainness);
      return problems.isEmpty() ? root(text, problems) : Optional.empty();
    } catch (MarkedYAMLException e) {
      refuse(problems, lineOf(e.getProblemMark()), cause(e));
    } catch (YAMLException | IllegalArgumentException e) {
      // The parser does not dress up its number format errors, as in an escape with eight F.
      refuse(problems, plainness.line(), String.valueOf(e.getMessage()));
    }
    return Optional.empty();
  }

  private static void refuse(Problems problems, int line, String cause) {
    problems.add(
        line,
        "broken YAML: " + cause,
        "valid YAML; look at indentation, colons, brackets and quotes here and just above");
  }

  /** The events come before the tree, because a tree of aliases can be far bigger than its file. */
  private static void walk(String text, Plainness plainness) {
    Parser parser = parser(text);
    while (!parser.checkEvent(Event.ID.StreamEnd) && !plainness.isTooDeep()) {
      plainness.check(parser.getEvent());
    }
  }

  private static Optional<MappingNode> root(String text, Problems problems) {
    Optional<Node> root = Optional.ofNullable(composer(text).getSingleNode());
    if (root.isEmpty()) {
      problems.add(
          1, "an empty file", "at least pumps: with one entry, such as - " + PumpSection.EXAMPLE);
    } else if (!(root.get() instanceof MappingNode)) {
      problems.add(1, Words.describe(root.get()), "keys and values, such as site: and pumps:");
    }
    return root.filter(MappingNode.class::isInstance).map(MappingNode.class::cast);
  }

  private static String cause(MarkedYAMLException e) {
    if (e.getContext() == null || e.getContextMark() == null) {
      return e.getProblem();
    }
    return e.getProblem() + ", " + e.getContext() + " from line " + lineOf(e.getContextMark());
  }

  static int lineOf(Mark mark) {
    return mark.getLine() + 1;
  }

  /** The library's parts, not its front: that one brings what makes objects of a tree. */
  private static Composer composer(String text) {
    return new Composer(parser(text), new Resolver(), options());
  }

  private static Parser parser(String text) {
    return new ParserImpl(new StreamReader(text), options());
  }

  private static LoaderOptions options() {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(0);
    options.setCodePointLimit(SourceText.MOST_BYTES);
    return options;
  }
}
