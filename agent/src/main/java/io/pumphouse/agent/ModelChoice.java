package io.pumphouse.agent;

import io.pumphouse.agent.command.Terminal;
import io.pumphouse.hal.map.Lookup;
import io.pumphouse.hal.map.MapProblem;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.map.RegisterMaps;
import java.io.IOException;
import java.util.List;

/**
 * What {@code --model} named.
 *
 * @param maps the models there are
 * @param model what was typed
 */
record ModelChoice(RegisterMaps maps, String model) {
  /** What to do with the model once it is found; returns the exit code. */
  interface Use {
    int of(RegisterMap map) throws IOException, InterruptedException;
  }

  /** Uses the model, or tells why it cannot; returns the exit code. */
  int use(Terminal terminal, Use use) throws IOException, InterruptedException {
    return switch (maps.find(model)) {
      case Lookup.Found(RegisterMap map) -> use.of(map);
      case Lookup.Unknown(String nearest) ->
          terminal.misuse(
              "there is no model \"" + model + "\"",
              "did you mean " + nearest + "? all of them: pumphouse models");
      case Lookup.Faulty(List<MapProblem> problems) ->
          terminal.fail(problems.getFirst().toString(), "mend the map");
    };
  }
}
