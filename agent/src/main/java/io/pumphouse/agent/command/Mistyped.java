package io.pumphouse.agent.command;

import java.util.List;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What to say of a mistyped command on a small screen, where the whole usage would fill it. */
final class Mistyped {
  private Mistyped() {}

  static int say(ParameterException wrong, Terminal terminal) {
    String name = wrong.getCommandLine().getCommandSpec().qualifiedName(" ");
    String verb = name.contains(" ") ? name.substring(name.indexOf(' ')) : "";
    List<String> meant =
        wrong instanceof UnmatchedArgumentException unmatched
            ? unmatched.getSuggestions()
            : List.of();
    return terminal.misuse(
        cause(wrong, verb),
        meant.isEmpty()
            ? "look at: help" + verb
            : "did you mean " + String.join(", ", meant) + "?");
  }

  private static String cause(ParameterException wrong, String verb) {
    if (wrong instanceof UnmatchedArgumentException unmatched
        && !unmatched.getUnmatched().isEmpty()) {
      String word = unmatched.getUnmatched().getFirst();
      if (unmatched.isUnknownOption()) {
        return "no option " + word;
      }
      return wrong.getCommandLine().getSubcommands().isEmpty()
          ? "too much for" + verb + ": " + word
          : "no command" + verb + " " + word;
    }
    return String.valueOf(wrong.getMessage()).lines().findFirst().orElse("");
  }
}
