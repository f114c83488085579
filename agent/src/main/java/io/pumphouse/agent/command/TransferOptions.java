package io.pumphouse.agent.command;

import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.web.model.Export.Format;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import picocli.CommandLine.Option;

/** What {@code export} and {@code import} have in common. */
final class TransferOptions {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      defaultValue = "/etc/pumphouse/pumphouse.yaml",
      description = "The configuration, for when no agent runs (default: ${DEFAULT-VALUE}).")
  private Path config = Path.of("");

  /** The configuration to use when no agent runs. */
  Path config() {
    return config;
  }

  /**
   * Goes on with the pump of this name, or with the only one if none is typed; else says which
   * there are.
   */
  static int ofPump(
      Transfer transfer, String typed, Terminal terminal, ToIntFunction<PumpId> then) {
    Set<PumpId> pumps = transfer.pumps().keySet();
    Optional<PumpId> found =
        pumps.stream()
            .filter(id -> typed.isEmpty() ? pumps.size() == 1 : id.name().equals(typed))
            .findFirst();
    return found.isPresent()
        ? then.applyAsInt(found.get())
        : terminal.fail(
            typed.isEmpty() ? "there are several pumps" : "there is no pump \"" + typed + "\"",
            "known pumps: " + pumps);
  }

  /** Says that this is no format, and which there are. */
  static int noFormat(String typed, Terminal terminal) {
    return terminal.misuse("--format " + typed, "use one of " + Format.words());
  }
}
