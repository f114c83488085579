package io.pumphouse.agent;

import io.pumphouse.agent.app.MapShelf;
import io.pumphouse.agent.app.Shell;
import io.pumphouse.agent.command.CheckConfigCommand;
import io.pumphouse.agent.command.CommandTable;
import io.pumphouse.agent.command.ModelsCommand;
import io.pumphouse.agent.command.Outlet;
import io.pumphouse.agent.command.Terminal;
import io.pumphouse.agent.config.ConfigFile;
import io.pumphouse.agent.log.JournalFormat;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/** Where the process begins: the command line. */
public final class Main {
  /** Held here, because the JDK forgets the level of a logger that nobody holds. */
  private static final Logger OURS = Logger.getLogger("io.pumphouse");

  private Main() {}

  /** Runs one command and ends with its exit code. */
  public static void main(String[] typed) throws InterruptedException {
    logToStandardError();
    useInstalledLibraries();
    ConfigFile configurations = new ConfigFile(MapShelf::beside, ZoneId.systemDefault());
    Optional<Run> run = Run.plain(List.of(typed));
    System.exit(
        run.isPresent()
            ? run.get().carryOut(configurations, terminal())
            : table(configurations).execute(List.of(typed), terminal()));
  }

  /** Every command there is. */
  static CommandTable table(ConfigFile configurations) {
    return new CommandTable(
        new Shell(configurations),
        List.of(
            new RunCommand(configurations),
            new DemoCommand(),
            new SimulateCommand(),
            new ScanCommand(configurations),
            new ModelsCommand(),
            new CheckConfigCommand(configurations),
            new RestoreCommand(),
            new PinsAtRestCommand(configurations),
            new RehearseCommand(),
            new ManualCommand()));
  }

  private static void useInstalledLibraries() {
    NativeLibraries libraries = NativeLibraries.installed();
    if (!libraries.areComplete()) {
      String cause = libraries.folder() + ": the native libraries are missing";
      System.exit(terminal().fail(cause, "install again, or build with scripts/build"));
    }
    libraries.use();
  }

  /** UTF-8 whatever the locale says: degrees are degrees on a serial console too. */
  private static Terminal terminal() {
    return new Terminal(writer(FileDescriptor.out, 1), writer(FileDescriptor.err, 2));
  }

  private static PrintWriter writer(FileDescriptor to, int number) {
    return new Outlet(new FileOutputStream(to), Outlet.isPipe(number));
  }

  private static void logToStandardError() {
    LogManager.getLogManager().reset();
    Handler handler = new ConsoleHandler();
    handler.setFormatter(new JournalFormat(System.getenv("JOURNAL_STREAM") != null));
    Logger root = Logger.getLogger("");
    handler.setLevel(Level.ALL);
    root.addHandler(handler);
    root.setLevel(Level.WARNING);
    OURS.setLevel(Level.INFO);
  }
}
