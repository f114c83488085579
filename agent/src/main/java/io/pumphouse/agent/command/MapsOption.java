package io.pumphouse.agent.command;

import io.pumphouse.hal.map.RegisterMaps;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** {@code --maps}: where commands that read no configuration find a user's own register maps. */
public final class MapsOption {
  @Option(
      names = "--maps",
      paramLabel = "DIR",
      defaultValue = "/etc/pumphouse/maps",
      description = "A folder with register maps of your own (default: ${DEFAULT-VALUE}).")
  private Path folder = Path.of("");

  /** The shipped maps and those in the folder. */
  public RegisterMaps maps() {
    return new RegisterMaps(folder);
  }
}
