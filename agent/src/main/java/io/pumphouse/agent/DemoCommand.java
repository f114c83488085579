package io.pumphouse.agent;

import io.pumphouse.agent.app.Demo;
import io.pumphouse.agent.command.ExitCode;
import io.pumphouse.agent.command.MapsOption;
import io.pumphouse.agent.command.Terminal;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.web.model.Health.Check;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code demo}: the whole agent and a virtual pump, in a temporary folder. */
@Command(
    name = "demo",
    description = "The agent with a virtual heat pump: no hardware, no root, no network.")
final class DemoCommand implements Callable<Integer> {
  private static final int FASTEST = 86_400;

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

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException, InterruptedException {
    Terminal terminal = Terminal.of(spec);
    if (!(speed >= 0 && speed <= FASTEST) || port < 0 || port > 0xFFFF) {
      return terminal.misuse(
          "--speed " + speed + " --port " + port,
          "speed from 0 to " + FASTEST + ", port from 0 to 65535");
    }
    return new ModelChoice(users.maps(), model).use(terminal, map -> demonstrate(map, terminal));
  }

  private int demonstrate(RegisterMap map, Terminal terminal)
      throws IOException, InterruptedException {
    try (Foreground foreground = Foreground.enter();
        Demo demo = Demo.open(map, speed, port)) {
      Check dashboard = demo.start();
      if (!dashboard.isWell()) {
        return terminal.fail(dashboard.cause(), "choose another with --port; 0 takes any free one");
      }
      terminal.out().println(map.model().title() + ", virtual, at " + demo.line());
      terminal.out().println("dashboard: " + dashboard.cause());
      terminal.out().println("stop with Ctrl-C; nothing is kept");
      terminal.out().flush();
      foreground.untilStopped();
      return ExitCode.OK;
    }
  }
}
