package io.pumphouse.agent.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** How problems speak of what stands in the file and of what could stand there instead. */
final class Words {
  private static final int LONGEST_SHOWN = 60;

  private Words() {}

  /** What stands at this place: a value in quotes, or what it is instead of a value. */
  static String describe(Node node) {
    if (isBlank(node)) {
      return "nothing";
    }
    return switch (node) {
      case ScalarNode scalar -> quoted(scalar.getValue());
      case MappingNode _ -> "keys and values";
      case SequenceNode list when list.getValue().isEmpty() -> "an empty list";
      default -> "a list"; // the one kind of node that is left, aliases having been refused
    };
  }

  /** Whether nothing was written after the colon, or everything below it is commented out. */
  static boolean isBlank(Node node) {
    return node instanceof ScalarNode scalar && scalar.isPlain() && scalar.getValue().isEmpty();
  }

  static String quoted(String text) {
    return "\"" + shown(text) + "\"";
  }

  /** The text, safe for a terminal: no control characters, not too long. */
  static String shown(String text) {
    StringBuilder safe = new StringBuilder();
    text.codePoints()
        .limit(LONGEST_SHOWN)
        .forEach(c -> safe.appendCodePoint(Character.isISOControl(c) ? '\uFFFD' : c));
    return safe + (text.codePointCount(0, text.length()) > LONGEST_SHOWN ? "…" : "");
  }

  /** {@code a, b or c}. */
  static String either(List<String> words) {
    if (words.size() < 2) {
      return String.join("", words);
    }
    int last = words.size() - 1;
    return String.join(", ", words.subList(0, last)) + " or " + words.get(last);
  }

  /** The word that was probably meant, or empty if none is near. */
  static Optional<String> nearest(String typed, Collection<String> words) {
    String lower = typed.toLowerCase(Locale.ROOT);
    int reach = Math.max(1, Math.min(lower.length() / 3, 4));
    return words.stream()
        .filter(word -> Math.abs(word.length() - lower.length()) <= reach)
        .map(word -> new Candidate(word, distance(lower, word.toLowerCase(Locale.ROOT))))
        .filter(candidate -> candidate.distance() <= reach)
        .min(Comparator.comparingInt(Candidate::distance))
        .map(Candidate::word);
  }

  private record Candidate(String word, int distance) {}

  /**
   * How many letters to insert, delete, replace or swap with their neighbour: the optimal string
   * alignment distance, since swapping two letters is the commonest slip of all.
   */
  private static int distance(String from, String to) {
    int[][] cost = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, from, i, to, j);
      }
    }
    return cost[from.length()][to.length()];
  }

  private static int cheapest(int[][] cost, String from, int i, String to, int j) {
    boolean isSame = from.charAt(i - 1) == to.charAt(j - 1);
    int replaced = cost[i - 1][j - 1] + (isSame ? 0 : 1);
    int moved = 1 + Math.min(cost[i - 1][j], cost[i][j - 1]);
    boolean isSwap =
        i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1);
    int swapped = isSwap ? 1 + cost[i - 2][j - 2] : Integer.MAX_VALUE;
    return Math.min(swapped, Math.min(replaced, moved));
  }
}
