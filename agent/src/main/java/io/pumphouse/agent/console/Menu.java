package io.pumphouse.agent.console;

import io.pumphouse.agent.command.Fold;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/** What a console can do, a line for each verb. Pure. */
final class Menu {
  private static final int NAME = 14;

  private Menu() {}

  static List<String> of(CommandSpec verbs, int columns) {
    Stream<String> all = Words.names(verbs).flatMap(name -> lines(name, verbs, columns));
    return Stream.concat(
            all,
            Stream.of(
                "",
                "help VERB tells the rest of it. Tab completes, arrows up and down go through what",
                "was typed, Ctrl-C stops what goes on, exit or Ctrl-D leaves."))
        .toList();
  }

  private static Stream<String> lines(String name, CommandSpec verbs, int columns) {
    CommandSpec spec = Objects.requireNonNull(verbs.subcommands().get(name)).getCommandSpec();
    String words = Stream.of(spec.usageMessage().description()).findFirst().orElse("");
    List<String> folded = Fold.text(words, columns - NAME);
    String first = name + " ".repeat(Math.max(1, NAME - name.length())) + folded.getFirst();
    return Stream.concat(
        Stream.of(first), folded.stream().skip(1).map(rest -> " ".repeat(NAME) + rest));
  }
}
