package io.pumphouse.agent;

import io.pumphouse.agent.app.Demo;
import io.pumphouse.agent.command.CommandTable;
import io.pumphouse.agent.command.ExitCode;
import io.pumphouse.agent.command.MapsOption;
import io.pumphouse.agent.command.Terminal;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.web.model.Health.Check;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code demo}: the whole agent and a virtual pump, in a temporary folder. */
@Command(
    name = "demo",
    description = {
      "The agent with a virtual heat pump: no hardware, no root, no network.",
      "In a temporary folder; with --data in that one, which must be new or empty and stays."
    })
final class DemoCommand implements Callable<Integer> {
  private static final int FASTEST = 86_400;
  private static final int MOST_DAYS = 400;
  private static final String DATA = "--data";

  @Mixin private MapsOption users = new MapsOption();

  @Option(
      names = "--model",
      defaultValue = "nibe-s1255",
      description = "One of: pumphouse models (default: ${DEFAULT-VALUE}).")
  private String model = "";

  @Option(
      names = "--port",
      defaultValue = "8080",
      description = "Of the dashboard; 0 takes any free one (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--speed",
      defaultValue = "1",
      description = "Simulated seconds per second (default: ${DEFAULT-VALUE}).")
  private double speed;

  @Option(
      names = "--days",
      defaultValue = "30",
      description =
          "Days of history to begin with, 0 to "
              + MOST_DAYS
              + "; a month takes seconds (default: ${DEFAULT-VALUE}).")
  private int days;

  @ParentCommand private CommandTable.Root root = new CommandTable.Root();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException, InterruptedException {
    Terminal terminal = Terminal.of(spec);
    if (!(speed >= 0 && speed <= FASTEST) || port < 0 || port > 0xFFFF) {
      return terminal.misuse(
          "--speed " + speed + " --port " + port,
          "speed from 0 to " + FASTEST + ", port from 0 to 65535");
    }
    if (days < 0 || days > MOST_DAYS) {
      return terminal.misuse("--days " + days, "use 0 to " + MOST_DAYS);
    }
    return new ModelChoice(users.maps(), model).use(terminal, map -> demonstrate(map, terminal));
  }

  private boolean isFolderNamed() {
    return Stream.of(spec, spec.root())
        .anyMatch(each -> each.commandLine().getParseResult().hasMatchedOption(DATA));
  }

  private Demo open(Demo.Wish wish) throws IOException {
    return isFolderNamed() ? Demo.openIn(root.data(), wish) : Demo.open(wish);
  }

  private int demonstrate(RegisterMap map, Terminal terminal)
      throws IOException, InterruptedException {
    try (Foreground foreground = Foreground.enter();
        Demo demo = open(new Demo.Wish(map, speed, port, Duration.ofDays(days)))) {
      Check dashboard = demo.start();
      if (!dashboard.isWell()) {
        return terminal.fail(dashboard.cause(), "choose another with --port; 0 takes any free one");
      }
      terminal.out().println(map.model().title() + ", virtual, at " + demo.line());
      terminal.out().println("dashboard: " + dashboard.cause());
      terminal.out().println("commands: pumphouse status --data " + demo.folder());
      terminal
          .out()
          .println(
              "stop with Ctrl-C; " + (isFolderNamed() ? "the folder" : "nothing") + " is kept");
      terminal.out().flush();
      foreground.untilStopped();
      return ExitCode.OK;
    } catch (FileAlreadyExistsException _) {
      return terminal.fail(root.data() + " is not empty", "name a new folder, or leave --data out");
    }
  }
}
