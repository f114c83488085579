package io.pumphouse.agent.command;

import io.pumphouse.hal.map.Lookup;
import io.pumphouse.hal.map.Model;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.map.RegisterMaps;
import io.pumphouse.hal.map.Wire;
import java.io.PrintWriter;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code models}: what can be put behind {@code model:} in the configuration. */
@Command(
    name = "models",
    description = "The supported models with wire, number of registers and source.")
public final class ModelsCommand implements Callable<Integer> {
  private final RegisterMaps maps;

  @Spec private CommandSpec spec = CommandSpec.create();

  public ModelsCommand(RegisterMaps maps) {
    this.maps = maps;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    maps.all().forEach(lookup -> print(lookup, out));
    return ExitCode.OK;
  }

  private static void print(Lookup lookup, PrintWriter out) {
    switch (lookup) {
      case Lookup.Found(RegisterMap map) -> print(map, out);
      case Lookup.Faulty(var problems) -> problems.forEach(out::println);
      case Lookup.Unknown _ -> {}
    }
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
