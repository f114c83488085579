package io.pumphouse.agent;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The manual page of the command line, in the words of its {@code --help}: man(7) for groff.
 *
 * @param root the command line
 * @param version of this build
 */
record ManualPage(CommandSpec root, String version) {
  private static final int ONE_LINE = 1000;

  private static final String HEAD =
      """
      .TH PUMPHOUSE 1 "" "Pumphouse VERSION" "Pumphouse"
      .SH NAME
      pumphouse \\- the agent that lives at the heat pump
      .SH SYNOPSIS
      .B pumphouse
      .I COMMAND
      [\\fIOPTIONS\\fR]
      .SH DESCRIPTION
      Reads a heat pump, keeps what it says, explains it, backs it up and shows it.
      Most commands ask the running agent through the local socket in its data folder; what does not
      need one says so.
      .SH OPTIONS
      """;

  private static final String FOOT =
      """
      .SH FILES
      .TP
      .I /etc/pumphouse/pumphouse.yaml
      The configuration, written by people.
      .TP
      .I /etc/pumphouse/maps
      Register maps of your own.
      .TP
      .I /var/lib/pumphouse
      Readings, events, jobs, accounts, and the local socket of the running agent.
      .SH SEE ALSO
      .BR systemctl (1),
      .BR journalctl (1)
      """;

  String text() {
    String exits =
        root.usageMessage().exitCodeList().entrySet().stream()
            .map((Map.Entry<String, String> code) -> entry(code.getKey(), code.getValue()))
            .collect(Collectors.joining());
    return HEAD.replace("VERSION", escaped(version))
        + arguments(root.options())
        + ".SH COMMANDS\n"
        + verbs(root)
        + ".SH EXIT STATUS\n"
        + exits
        + FOOT;
  }

  private static String verbs(CommandSpec above) {
    return above.subcommands().values().stream()
        .map(CommandLine::getCommandSpec)
        .distinct()
        .filter(verb -> !verb.usageMessage().hidden())
        .map(verb -> verb.subcommands().isEmpty() ? verb(verb) : verbs(verb))
        .collect(Collectors.joining());
  }

  private static String verb(CommandSpec verb) {
    Stream<OptionSpec> own = verb.options().stream().filter(ManualPage::isItsOwn);
    return ".SS "
        + quoted(verb.qualifiedName(" "))
        + paragraph(synopsis(verb))
        + ".PP\n"
        + paragraph(String.join(" ", verb.usageMessage().description()))
        + arguments(verb.positionalParameters())
        + arguments(own.toList());
  }

  private static boolean isItsOwn(OptionSpec option) {
    return !option.inherited() && !option.usageHelp() && !option.versionHelp();
  }

  private static String synopsis(CommandSpec verb) {
    verb.usageMessage().width(ONE_LINE);
    return new Help(verb, Help.defaultColorScheme(Ansi.OFF))
        .synopsis(0)
        .strip()
        .replaceAll("\\s+", " ");
  }

  private static String arguments(List<? extends ArgSpec> arguments) {
    return arguments.stream()
        .filter(argument -> !argument.hidden())
        .map(argument -> entry(name(argument), String.join(" ", argument.description())))
        .collect(Collectors.joining());
  }

  private static String name(ArgSpec argument) {
    if (argument instanceof OptionSpec option) {
      boolean isAlone = option.arity().max() == 0;
      return Arrays.stream(option.names()).collect(Collectors.joining(", "))
          + (isAlone ? "" : " " + option.paramLabel());
    }
    return argument.paramLabel();
  }

  private static String entry(String name, String description) {
    return ".TP\n.B " + quoted(name) + paragraph(description);
  }

  private static String quoted(String text) {
    return "\"" + escaped(text).replace("\"", "\\(dq") + "\"\n";
  }

  /** A line that begins with a dot or an apostrophe would be an order to groff. */
  private static String paragraph(String text) {
    String line = escaped(text.strip());
    return (line.startsWith(".") || line.startsWith("'") ? "\\&" : "") + line + "\n";
  }

  /** What groff would take for something else, and what an old terminal cannot be sent. */
  private static String escaped(String text) {
    String plain = text.replace("\\", "\\e").replace("-", "\\-").replaceAll("\\s*\n\\s*", " ");
    return plain
        .codePoints()
        .mapToObj(each -> each < 0x80 ? Character.toString(each) : "\\[u%04X]".formatted(each))
        .collect(Collectors.joining());
  }
}
