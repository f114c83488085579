package io.pumphouse.agent;

import io.pumphouse.agent.command.CommandTable;
import io.pumphouse.agent.command.ExitCode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code manual}: what {@code scripts/package} and {@code scripts/install} lay out for people. */
@Command(
    name = "manual",
    hidden = true,
    description = "The manual page, or what bash completes commands with.")
final class ManualCommand implements Callable<Integer> {
  @Option(names = "--for", required = true, description = "Who reads it: man or bash.")
  private Reader reader = Reader.MAN;

  @Spec private CommandSpec spec = CommandSpec.create();

  /** The programs that read it. */
  enum Reader {
    MAN,
    BASH
  }

  @Override
  public Integer call() {
    CommandSpec all = spec.root();
    PrintWriter out = spec.commandLine().getOut();
    out.print(
        switch (reader) {
          case MAN -> new ManualPage(all, CommandTable.version()).text();
          case BASH -> AutoComplete.bash(all.name(), all.commandLine());
        });
    out.flush();
    return ExitCode.OK;
  }
}
