package io.pumphouse.agent.command;

import io.pumphouse.hal.map.Lookup;
import io.pumphouse.hal.map.MapProblem;
import io.pumphouse.hal.map.Model;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.map.Wire;
import java.io.PrintWriter;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code models}: what can be put behind {@code model:} in the configuration. */
@Command(
    name = "models",
    description = "The supported models with wire, number of registers and source.")
public final class ModelsCommand implements Callable<Integer> {
  @Mixin private MapsOption users = new MapsOption();

  @Option(names = "--json", description = "As JSON, for programs.")
  private boolean isJson;

  @Spec private CommandSpec spec = CommandSpec.create();

  /** Fails if a map has mistakes; the others are printed all the same. */
  @Override
  public Integer call() {
    Terminal terminal = Terminal.of(spec);
    List<Lookup> lookups = users.maps().all();
    List<RegisterMap> maps = lookups.stream().flatMap(ModelsCommand::sound).toList();
    List<MapProblem> problems = lookups.stream().flatMap(ModelsCommand::mistakes).toList();
    if (isJson) {
      terminal.out().println(ModelsJson.of(maps));
    } else {
      maps.forEach(map -> print(map, terminal.out()));
    }
    problems.forEach(terminal.err()::println);
    return problems.isEmpty() ? ExitCode.OK : ExitCode.FAILED;
  }

  private static Stream<RegisterMap> sound(Lookup lookup) {
    return switch (lookup) {
      case Lookup.Found(RegisterMap map) -> Stream.of(map);
      case Lookup.Faulty _, Lookup.Unknown _ -> Stream.empty();
    };
  }

  private static Stream<MapProblem> mistakes(Lookup lookup) {
    return switch (lookup) {
      case Lookup.Faulty(List<MapProblem> problems) -> problems.stream();
      case Lookup.Found _, Lookup.Unknown _ -> Stream.empty();
    };
  }

  private static void print(RegisterMap map, PrintWriter out) {
    Model model = map.model();
    out.printf(
        "%s: %s, %d registers, %d metrics, over %s%n",
        model.id(),
        model.title(),
        map.registers().size(),
        map.metrics().size(),
        model.wires().stream().sorted().map(Wire::word).collect(Collectors.joining(", ")));
    new TreeMap<>(model.sources())
        .forEach((key, source) -> out.printf("  source %s: %s%n", key, source));
  }
}
