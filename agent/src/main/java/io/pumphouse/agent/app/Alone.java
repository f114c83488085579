package io.pumphouse.agent.app;

import io.pumphouse.agent.command.ExitCode;
import io.pumphouse.agent.command.Terminal;
import io.pumphouse.agent.command.TransferVerb;
import io.pumphouse.agent.config.Config;
import io.pumphouse.agent.config.ConfigFile;
import io.pumphouse.agent.config.Loaded;
import io.pumphouse.agent.config.PumpConfig;
import io.pumphouse.agent.store.ReadingStore;
import io.pumphouse.agent.transfer.Ferry;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.web.model.Health.Check;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Export and import where no agent runs: with the store in the data folder and no pump asked. What
 * is imported is rolled up by the next agent that runs there.
 *
 * @param configurations reads what the pumps are
 * @param data the data folder, which must be there
 */
record Alone(ConfigFile configurations, Path data) {
  int run(TransferVerb verb, String nobody, Terminal terminal) {
    if (!Files.isDirectory(data)) {
      return terminal.fail(
          nobody + ", and " + data + " is no folder", "name the agent's data folder with --data");
    }
    return switch (configurations.read(verb.config())) {
      case Loaded.Wrong(var problems) -> {
        terminal.err().println("pumphouse: " + nobody + ", and the configuration cannot be used:");
        problems.forEach(terminal.err()::println);
        yield ExitCode.WRONG_CONFIGURATION;
      }
      case Loaded.Valid(Config config) -> run(verb, config, terminal);
    };
  }

  private int run(TransferVerb verb, Config config, Terminal terminal) {
    SystemTime time = new SystemTime();
    Restored restored = Restored.quietly(data);
    if (!restored.checks().isEmpty()) {
      Check wrong = restored.checks().getFirst();
      return terminal.fail(wrong.cause(), wrong.next());
    }
    try (ReadingStore store =
        new ReadingStore(
            data.resolve("readings.db"),
            Machine.here().bootId(),
            config.store(),
            config.site().zone(),
            () -> false, // nobody looks at the clock here, so nothing gets old
            time)) {
      store.start();
      return verb.run(Ferry.of(maps(config), store, time), terminal);
    }
  }

  /** What each pump has. */
  static Map<PumpId, RegisterMap> maps(Config config) {
    Map<PumpId, RegisterMap> maps = new LinkedHashMap<>();
    for (PumpConfig pump : config.pumps()) {
      maps.put(pump.id(), pump.map());
    }
    return maps;
  }
}
