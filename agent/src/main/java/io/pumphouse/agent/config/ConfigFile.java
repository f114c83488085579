package io.pumphouse.agent.config;

import io.pumphouse.web.model.Site;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Reads the configuration file. Immutable, so any thread may use it; each reading stands on its
 * own.
 */
public final class ConfigFile {
  private final ModelShelf models;
  private final ZoneId systemZone;

  /**
   * A reader that knows these models.
   *
   * @param models the models a pump may be
   * @param systemZone the calendar of a site that names none
   */
  public ConfigFile(ModelShelf models, ZoneId systemZone) {
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
            .flatMap(root -> Section.read(root, problems, this::config));
    return config
        .filter(_ -> problems.isEmpty())
        .<Loaded>map(Loaded.Valid::new)
        .orElseGet(() -> new Loaded.Wrong(problems.inLineOrder()));
  }

  private Optional<Config> config(Section root) {
    Optional<Site> site =
        root.within("site", SiteSection.EXAMPLE, new SiteSection(systemZone)::read);
    List<PumpConfig> pumps = root.each("pumps", PumpSection.EXAMPLE, new PumpSection(models)::read);
    Optional<StoreConfig> store = root.within("store", StoreSection.EXAMPLE, StoreSection::read);
    Optional<WebConfig> web = root.within("web", WebSection.EXAMPLE, WebSection::read);
    return site.flatMap(s -> store.flatMap(t -> web.map(w -> new Config(s, pumps, t, w))));
  }
}
