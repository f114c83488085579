package io.pumphouse.agent.app;

import io.pumphouse.agent.command.CommandClient;
import io.pumphouse.agent.command.DoctorCommand;
import io.pumphouse.agent.command.Terminal;
import io.pumphouse.agent.config.Config;
import io.pumphouse.agent.config.ConfigFile;
import io.pumphouse.agent.config.Loaded;
import io.pumphouse.agent.doctor.Report;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * The doctor where it is typed: has the running agent look, or looks by itself, and writes the
 * bundle with the rights of whoever typed.
 */
record Bedside(ConfigFile reader, Path data) {
  int run(DoctorCommand verb, Terminal terminal) {
    StringWriter said = new StringWriter();
    Terminal paper = new Terminal(new PrintWriter(said), terminal.err(), terminal.user());
    int code =
        switch (ask(verb.question(), paper)) {
          case CommandClient.Ran(int exitCode) -> exitCode;
          case CommandClient.Refused(var cause, var next) -> {
            terminal.fail(cause, next);
            yield Report.NOTHING_WORKS;
          }
          case CommandClient.NobodyThere(var cause) ->
              verb.print(new Consulting(verb.config(), data, new SystemTime()).alone(cause), paper);
        };
    paper.out().flush();
    terminal.out().print(said);
    terminal.out().flush();
    return verb.bundle().isEmpty() ? code : pack(verb, said.toString(), code, terminal);
  }

  private CommandClient.Outcome ask(List<String> question, Terminal paper) {
    return CommandClient.run(data.resolve(Shell.SOCKET), question, paper);
  }

  private int pack(DoctorCommand verb, String said, int code, Terminal terminal) {
    try {
      Path file = Path.of(verb.bundle());
      // Whatever is withheld, it says much about a house: for its owner to give away.
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      try (OutputStream out = Files.newOutputStream(file)) {
        new Consulting(verb.config(), data, new SystemTime())
            .bundle(pumps(verb.config()), this::answer)
            .pack(out, said);
      }
      terminal.err().println("written: " + file + "; look through it before you send it");
      return code;
    } catch (FileAlreadyExistsException _) {
      return terminal.fail(verb.bundle() + " is there already", "name another file");
    } catch (IOException | InvalidPathException failure) {
      return terminal.fail(
          verb.bundle() + ": the bundle cannot be written: " + failure,
          "name a file in a folder of yours");
    }
  }

  private List<String> pumps(Path config) {
    return reader.read(config) instanceof Loaded.Valid(Config valid)
        ? valid.pumps().stream().map(pump -> pump.id().name()).toList()
        : List.of();
  }

  /** What the agent prints for a command, whatever it thinks of it; nothing without an agent. */
  private String answer(List<String> question) {
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said);
    CommandClient.Outcome unused = ask(question, new Terminal(out, out, "doctor"));
    out.flush();
    return said.toString();
  }
}
