package io.pumphouse.agent.config;

import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.web.model.Site;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads the configuration file. Immutable, so any thread may use it; each reading stands on its
 * own.
 */
public final class ConfigFile {
  private final Function<Path, ModelShelf> models;
  private final ZoneId systemZone;

  /**
   * A reader that knows these models.
   *
   * @param models the models a pump may be, wherever the file is
   * @param systemZone the calendar of a site that names none
   */
  public ConfigFile(ModelShelf models, ZoneId systemZone) {
    this(_ -> models, systemZone);
  }

  /**
   * A reader that knows the shipped models and those beside the file.
   *
   * @param models the models a pump may be, given the file's folder
   * @param systemZone the calendar of a site that names none
   */
  public ConfigFile(Function<Path, ModelShelf> models, ZoneId systemZone) {
    this.models = models;
    this.systemZone = systemZone;
  }

  /**
   * Reads the file and checks all of it. A file that is missing, unreadable, huge or not even YAML
   * is a problem like any other; nothing a file can contain makes this throw.
   */
  public Loaded read(Path file) {
    Problems problems = new Problems(file.toString());
    Optional<Config> config =
        SourceText.of(file, problems)
            .flatMap(text -> Tree.of(text, problems))
            .flatMap(root -> Section.read(root, problems, it -> config(it, folderOf(file))));
    return config
        .filter(_ -> problems.isEmpty())
        .<Loaded>map(Loaded.Valid::new)
        .orElseGet(() -> new Loaded.Wrong(problems.inLineOrder()));
  }

  private static Path folderOf(Path file) {
    Path absolute = file.toAbsolutePath();
    return absolute.resolveSibling("").normalize();
  }

  private Optional<Config> config(Section root, Path folder) {
    Optional<Site> site =
        root.within("site", SiteSection.EXAMPLE, new SiteSection(systemZone)::read);
    List<PumpConfig> pumps =
        root.each("pumps", PumpSection.EXAMPLE, new PumpSection(models.apply(folder))::read);
    Optional<StoreConfig> store = root.within("store", StoreSection.EXAMPLE, StoreSection::read);
    Optional<WebConfig> web = root.within("web", WebSection.EXAMPLE, WebSection::read);
    GpioConfig gpio = gpio(root, pumps);
    PublishConfig publish = publish(root, pumps);
    ConsoleConfig console = console(root, pumps);
    return site.flatMap(
        s ->
            store.flatMap(
                t ->
                    web.map(
                        w -> new Config(s, metered(pumps, gpio), t, w, gpio, publish, console))));
  }

  /** Most machines have no port to plug in at. */
  private static ConsoleConfig console(Section root, List<PumpConfig> pumps) {
    if (!root.has("console")) {
      return ConsoleConfig.NONE;
    }
    return root.within("console", ConsoleSection.EXAMPLE, new ConsoleSection(pumps)::read)
        .orElse(ConsoleConfig.NONE);
  }

  /** Many machines keep their readings to themselves: nothing that reads it is loaded there. */
  private static PublishConfig publish(Section root, List<PumpConfig> pumps) {
    if (!root.has("publish")) {
      return PublishConfig.NONE;
    }
    return root.within("publish", PublishSection.EXAMPLE, new PublishSection(pumps.size())::read)
        .orElse(PublishConfig.NONE);
  }

  /** Most machines have no pins: nothing that reads them is loaded there. */
  private static GpioConfig gpio(Section root, List<PumpConfig> pumps) {
    if (!root.has("gpio")) {
      return GpioConfig.NONE;
    }
    List<PumpId> ids = pumps.stream().map(PumpConfig::id).toList();
    return root.within("gpio", GpioSection.EXAMPLE, new GpioSection(ids)::read)
        .orElse(GpioConfig.NONE);
  }

  /** The pumps, each with what is measured beside its line. */
  private static List<PumpConfig> metered(List<PumpConfig> pumps, GpioConfig gpio) {
    return pumps.stream().map(pump -> pump.with(gpio.registers(pump.id()))).toList();
  }
}
