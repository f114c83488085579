package io.pumphouse.agent.scan;

import io.pumphouse.agent.command.AgentVerb;
import io.pumphouse.agent.command.Desk;
import io.pumphouse.agent.command.Terminal;
import io.pumphouse.web.model.Role;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;

/** {@code scan} at a console: in the agent, on a line that is nobody's. */
@Command(
    name = "scan",
    description = "Looks for a pump on a line that no pump has yet; prints the entry to add.")
public final class ScanVerb implements AgentVerb {
  private final Supplier<Scan> scans;
  private final Set<String> taken;

  @ArgGroup(multiplicity = "1")
  private WhereToLook where = new WhereToLook();

  /**
   * A verb for one use.
   *
   * @param scans makes a scan
   * @param taken the lines the agent uses itself, the console's among them
   */
  public ScanVerb(Supplier<Scan> scans, Set<String> taken) {
    this.scans = scans;
    this.taken = Set.copyOf(taken);
  }

  @Override
  public int run(Desk desk, Terminal terminal) {
    Optional<Place> place = where.place();
    if (place.isEmpty()) {
      return terminal.misuse("that is no HOST:PORT", "such as 192.0.2.10:502");
    }
    if (taken.contains(name(place.get()))) {
      return terminal.fail(
          "the agent uses this line itself, and two masters would spoil each other's answers",
          "look at: status");
    }
    terminal.scroll();
    return switch (onPlatformThread(place.get(), terminal)) {
      case Scan.Found found -> Report.print(found, terminal);
      case Scan.NotFound(var cause, var next) -> terminal.fail(cause, next);
    };
  }

  private static String name(Place place) {
    return switch (place) {
      case Place.Port(String path) -> path;
      case Place.Net(var wiring) -> wiring.name();
    };
  }

  /** Reading a serial port is a native call. */
  private Scan.Result onPlatformThread(Place place, Terminal terminal) {
    FutureTask<Scan.Result> task =
        new FutureTask<>(() -> scans.get().run(place, Set.of(), line -> say(line, terminal)));
    Thread.ofPlatform().daemon().name("scan").start(task);
    try {
      return task.get();
    } catch (ExecutionException failure) {
      throw new IllegalStateException(failure.getCause());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Scan.NotFound("the scan was broken off", "try again");
    }
  }

  private static void say(String line, Terminal terminal) {
    terminal.err().println(line);
    terminal.err().flush();
  }

  @Override
  public Role need() {
    return Role.TECHNICIAN;
  }
}
