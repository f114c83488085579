package io.pumphouse.agent.config;

import io.pumphouse.web.model.Setting;
import io.pumphouse.web.model.Tariff;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;

/**
 * What holds now of all that people may set without touching a file: what they set, and the
 * configuration where they set nothing. Immutable.
 */
public final class Preferences {
  private final Config config;
  private final Map<String, String> chosen;
  private final JobHabits jobs;
  private final StoreConfig store;
  private final Tariff tariff;
  private final String language;
  private final Duration refreshInterval;
  private final Level logLevel;
  private final long logBudget;

  private Preferences(Config config, Map<String, String> chosen) {
    this.config = config;
    this.chosen = Map.copyOf(chosen);
    this.jobs = jobs(config, chosen);
    this.store = store(config, chosen);
    this.tariff =
        new Tariff(
            PreferenceTable.CURRENCY.in(config, chosen), PreferenceTable.PRICE.in(config, chosen));
    this.language = PreferenceTable.LANGUAGE.in(config, chosen).replace("browser", "");
    this.refreshInterval = PreferenceTable.REFRESH.in(config, chosen);
    this.logLevel = PreferenceTable.LOG_LEVEL.in(config, chosen);
    this.logBudget = PreferenceTable.LOG_BUDGET.in(config, chosen);
  }

  /** As configured: nobody has set anything. */
  public static Preferences of(Config config) {
    return new Preferences(config, Map.of());
  }

  private static JobHabits jobs(Config config, Map<String, String> chosen) {
    return new JobHabits(
        PreferenceTable.BANDWIDTH.in(config, chosen),
        PreferenceTable.ATTEMPTS.in(config, chosen),
        PreferenceTable.VERIFICATION.in(config, chosen),
        PreferenceTable.KEEP.in(config, chosen),
        PreferenceTable.RESUME.in(config, chosen),
        PreferenceTable.NETWORK_CHECK.in(config, chosen),
        PreferenceTable.NOTICES.in(config, chosen));
  }

  private static StoreConfig store(Config config, Map<String, String> chosen) {
    return new StoreConfig(
        PreferenceTable.COMMIT_INTERVAL.in(config, chosen),
        PreferenceTable.KEEP_RAW.in(config, chosen),
        PreferenceTable.KEEP_MINUTES.in(config, chosen),
        PreferenceTable.KEEP_HOURS.in(config, chosen),
        config.store().diskFloor(),
        PreferenceTable.KEEP_EVENTS.in(config, chosen));
  }

  /** The same in this configuration, where exactly these are set, each of them in range. */
  public Preferences choosing(Map<String, String> all) {
    return new Preferences(config, all);
  }

  /** What people set, by key. */
  public Map<String, String> chosen() {
    return chosen;
  }

  /** What speaks against these values, by key, each with what is accepted; empty if nothing. */
  public static List<Problem> problems(Map<String, String> values) {
    List<Problem> problems = new ArrayList<>();
    new TreeMap<>(values)
        .forEach(
            (key, value) ->
                PreferenceTable.row(key)
                    .ifPresentOrElse(
                        row -> {
                          if (row.kind().parse(value).isEmpty()) {
                            problems.add(problem(key, Words.quoted(value), row.kind().accepted()));
                          }
                        },
                        () -> problems.add(problem(key, "an unknown key", accepted(key)))));
    return problems;
  }

  private static Problem problem(String key, String found, String accepted) {
    return new Problem(PreferenceFile.NAME, 0, Words.shown(key), found, accepted);
  }

  private static String accepted(String key) {
    List<String> keys = PreferenceTable.ALL.stream().map(PreferenceRow::key).toList();
    return Words.nearest(key, keys).orElse(Words.either(keys));
  }

  /**
   * Everything that can be set, as it stands.
   *
   * @param atStart what people had set when the agent started
   */
  public List<Setting> settings(Map<String, String> atStart) {
    List<Setting> settings = new ArrayList<>();
    for (PreferenceRow<?> row : PreferenceTable.ALL) {
      settings.add(row.setting(config, chosen, atStart));
    }
    return settings;
  }

  /** How backup jobs are run. */
  public JobHabits jobs() {
    return jobs;
  }

  /** How readings are kept. */
  public StoreConfig store() {
    return store;
  }

  /** What electricity costs. */
  public Tariff tariff() {
    return tariff;
  }

  /** {@code en}, {@code sv}; empty where each visitor's own counts. */
  public String language() {
    return language;
  }

  /** How often browsers are told of new readings, at most. */
  public Duration refreshInterval() {
    return refreshInterval;
  }

  /** The least grave lines that are logged. */
  public Level logLevel() {
    return logLevel;
  }

  /** How many bytes of the disk the log may take. */
  public long logBudget() {
    return logBudget;
  }
}
