package io.pumphouse.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A command that a document has people type.
 *
 * @param place file and line
 * @param text as it stands there
 */
record TypedLine(String place, String text) {
  private static final Pattern WORD = Pattern.compile("(?:\"[^\"]*\"|'[^']*'|[^\\s\"'])+");

  /** Each line of the fence; where one ends in a backslash, the next belongs to it. */
  static Stream<TypedLine> of(Book.Fence fence) {
    String[] joined = fence.text().replace("\\\n", " ").split("\n", -1);
    return IntStream.range(0, joined.length)
        .filter(i -> !joined[i].isBlank() && !joined[i].strip().startsWith("#"))
        .mapToObj(i -> new TypedLine(fence.place() + "+" + (i + 1), joined[i].strip()));
  }

  /** The words as a shell would part them, without sudo, redirection and comment. */
  List<String> words() {
    List<String> all = new ArrayList<>();
    for (String word : raw()) {
      if (word.equals(">")) {
        break;
      }
      all.add(word.replaceAll("[\"']", ""));
    }
    if (all.getFirst().equals("sudo")) {
      all.removeFirst();
    }
    return all;
  }

  /** The file that the output goes to; empty if it is shown. */
  String target() {
    List<String> raw = raw();
    int arrow = raw.indexOf(">");
    return arrow < 0 ? "" : raw.get(arrow + 1);
  }

  private List<String> raw() {
    return WORD.matcher(text)
        .results()
        .map(MatchResult::group)
        .takeWhile(word -> !word.startsWith("#"))
        .toList();
  }

  /** Whether it is a command of ours, by whichever launcher. */
  boolean isOurs() {
    return List.of("pumphouse", "scripts/pumphouse").contains(words().getFirst());
  }

  @Override
  public String toString() {
    return place + ": " + text;
  }
}
