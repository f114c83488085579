package io.pumphouse.agent.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

/**
 * Every verb and how it is run. Made anew for each command typed: picocli's objects hold what was
 * typed.
 */
public final class CommandTable {
  /** Where the agent keeps its files unless told otherwise. */
  public static final String DATA = "/var/lib/pumphouse";

  private static final int NARROWEST_HELP = 55;
  private static final int WIDEST_HELP = 200;

  private final VerbRunner runner;
  private final List<Object> localCommands;

  /** Runs a parsed verb where its desk is. */
  public interface VerbRunner {
    /**
     * Runs it and returns the exit code.
     *
     * @param typed the whole argument vector
     * @param data the agent's data folder
     */
    int run(AgentVerb verb, List<String> typed, Path data, Terminal terminal);
  }

  /**
   * A table.
   *
   * @param runner runs the verbs that need the agent
   * @param localCommands commands that run where they are typed
   */
  public CommandTable(VerbRunner runner, List<Object> localCommands) {
    this.runner = runner;
    this.localCommands = List.copyOf(localCommands);
  }

  /** Parses and runs one command; returns its exit code. Never throws for anything typed. */
  public int execute(List<String> typed, Terminal terminal) {
    Root root = new Root();
    CommandLine line = line(root);
    line.setOut(terminal.out());
    line.setErr(terminal.err());
    line.setExecutionStrategy(parsed -> run(root, parsed, typed, terminal));
    if (terminal.isNarrow()) {
      line.setUsageHelpWidth(Math.clamp(terminal.columns(), NARROWEST_HELP, WIDEST_HELP));
      line.setParameterExceptionHandler((wrong, _) -> Mistyped.say(wrong, terminal));
    }
    int code = line.execute(typed.toArray(String[]::new));
    terminal.out().flush();
    terminal.err().flush();
    return code;
  }

  /** Every verb with its options, for those who want to know what may be typed. */
  public CommandSpec verbs() {
    return line(new Root()).getCommandSpec();
  }

  private CommandLine line(Root root) {
    CommandLine line = new CommandLine(root);
    localCommands.forEach(line::addSubcommand);
    List.of(
            new StatusCommand(),
            new ReadCommand(),
            new TraceCommand(),
            new LineCommand(),
            new AlarmsCommand(),
            new AlarmResetCommand(),
            new ClaimCodeCommand(),
            new PasswdCommand(),
            new ExportCommand(),
            new ImportCommand(),
            new JobsCommand(),
            new BackupsCommand(),
            new NoticesCommand(),
            new BoardCommand(),
            new WellCommand(),
            new WatchCommand(),
            new ConsoleCommand(),
            new NetworkCommand(),
            new RestartCommand(),
            new LogsCommand(),
            new DoctorCommand())
        .forEach(line::addSubcommand);
    // -3 is a value to write, not an option.
    line.addSubcommand(
        new CommandLine(new WriteCommand()).setUnmatchedOptionsArePositionalParams(true));
    // An argument beginning with @ is an argument: the agent opens no file because a client names
    // it.
    line.setExpandAtFiles(false);
    line.setUsageHelpAutoWidth(false);
    line.setCaseInsensitiveEnumValuesAllowed(true); // "none", as in the configuration
    return line;
  }

  private int run(Root root, ParseResult parsed, List<String> typed, Terminal terminal) {
    Integer help = CommandLine.executeHelpRequest(parsed);
    if (help != null) {
      return help;
    }
    ParseResult last = parsed;
    while (last.hasSubcommand()) {
      last = last.subcommand();
    }
    if (last.commandSpec().userObject() instanceof AgentVerb verb) {
      return runner.run(verb, typed, root.data(), terminal);
    }
    return new CommandLine.RunLast().execute(parsed);
  }

  /** The launcher itself. */
  @Command(
      name = "pumphouse",
      description = "The agent that lives at the heat pump.",
      mixinStandardHelpOptions = true,
      versionProvider = Version.class,
      synopsisSubcommandLabel = "COMMAND",
      exitCodeOnInvalidInput = ExitCode.WRONG_USAGE,
      exitCodeListHeading = "%nExit codes:%n",
      exitCodeList = {"0:ok", "1:failed", "2:wrong usage", "78:wrong configuration"},
      scope = ScopeType.INHERIT)
  public static final class Root implements Runnable {
    @Option(
        names = "--data",
        paramLabel = "DIR",
        scope = ScopeType.INHERIT,
        description = "The agent's data folder (default: ${DEFAULT-VALUE}).",
        defaultValue = DATA)
    private String data = "";

    /** Where the agent keeps its files and its local socket. */
    public Path data() {
      return Path.of(data);
    }

    @CommandLine.Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
      PrintWriter out = spec.commandLine().getOut();
      spec.commandLine().usage(out);
    }
  }

  /** The version of the package, from its manifest. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"pumphouse " + version()};
    }
  }

  /** The version of this build; {@code development} when not run from its jar. */
  public static String version() {
    String version = CommandTable.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
