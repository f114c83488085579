package io.pumphouse.agent.config;

import static io.pumphouse.web.model.Setting.Effect.AFTER_RESTART;
import static io.pumphouse.web.model.Setting.Effect.LIVE;

import io.pumphouse.web.model.Bandwidth;
import io.pumphouse.web.model.Setting.Effect;
import io.pumphouse.web.model.Setting.Group;
import io.pumphouse.web.model.Tariff;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.logging.Level;

/** Everything that people may set without touching a file, one row each. */
final class PreferenceTable {
  static final PreferenceRow<List<Tariff.Rate>> PRICE =
      row(
          "electricity-price",
          Group.SITE,
          LIVE,
          "site: electricity-price:",
          orNothing(Prices.KIND, List.of()),
          config -> Prices.text(config.site().tariff().rates()));

  static final PreferenceRow<String> CURRENCY =
      row(
          "currency",
          Group.SITE,
          LIVE,
          "site: currency:",
          orNothing(Prices.CURRENCY, ""),
          config -> config.site().tariff().currency());

  static final PreferenceRow<Bandwidth> BANDWIDTH =
      row(
          "bandwidth",
          Group.JOBS,
          LIVE,
          "jobs.yaml: bandwidth:",
          orNothing(Rates.BANDWIDTH, Bandwidth.USUAL),
          _ -> "");

  static final PreferenceRow<Integer> ATTEMPTS =
      row(
          "attempts",
          Group.JOBS,
          LIVE,
          "",
          Numbers.between(1, 20, 4),
          _ -> "" + JobHabits.USUAL.attempts());

  static final PreferenceRow<JobHabits.Verification> VERIFICATION =
      choice("verification", Group.JOBS, LIVE, List.of(JobHabits.Verification.values()));

  static final PreferenceRow<Map<String, Integer>> KEEP =
      row("keep-backups", Group.JOBS, LIVE, "", Keeps.KIND, _ -> Keeps.EVERYTHING);

  static final PreferenceRow<Duration> NETWORK_CHECK =
      row(
          "network-check",
          Group.JOBS,
          LIVE,
          "",
          Durations.between("1s", "10m", "30s"),
          _ -> Durations.text(JobHabits.USUAL.networkCheck()));

  static final PreferenceRow<JobHabits.Resume> RESUME =
      choice("resume-jobs", Group.JOBS, AFTER_RESTART, List.of(JobHabits.Resume.values()));

  static final PreferenceRow<Boolean> NOTICES =
      few("notices", Group.JOBS, LIVE, List.of(true, false), is -> is ? "on" : "off");

  static final PreferenceRow<Duration> KEEP_RAW =
      kept("keep-raw", config -> config.store().keepRaw());
  static final PreferenceRow<Duration> KEEP_MINUTES =
      kept("keep-minutes", config -> config.store().keepMinutes());
  static final PreferenceRow<Duration> KEEP_HOURS =
      kept("keep-hours", config -> config.store().keepHours());
  static final PreferenceRow<Duration> KEEP_EVENTS =
      kept("keep-events", config -> config.store().keepEvents());

  static final PreferenceRow<Duration> COMMIT_INTERVAL =
      row(
          "commit-interval",
          Group.STORE,
          AFTER_RESTART,
          "store: commit-interval:",
          StoreSection.COMMIT_INTERVAL,
          config -> Durations.text(config.store().commitInterval()));

  static final PreferenceRow<String> LANGUAGE =
      few("language", Group.PAGES, LIVE, List.of("browser", "en", "sv"), word -> word);

  /** A person reads no faster; a pump asked each second must not have to wait for it. */
  static final PreferenceRow<Duration> REFRESH =
      row(
          "refresh-interval",
          Group.PAGES,
          LIVE,
          "",
          Durations.between("250ms", "60s", "2s"),
          _ -> "750ms");

  static final PreferenceRow<Level> LOG_LEVEL =
      few(
          "log-level",
          Group.LOG,
          LIVE,
          List.of(Level.INFO, Level.FINE, Level.WARNING, Level.SEVERE),
          PreferenceTable::word);

  static final PreferenceRow<Long> LOG_BUDGET =
      row(
          "log-budget",
          Group.LOG,
          LIVE,
          "",
          Sizes.between("1 MiB", "1024 MiB", "8 MiB"),
          _ -> "8 MiB");

  /** All of them, by group, in the order shown. */
  static final List<PreferenceRow<?>> ALL =
      List.of(
          PRICE,
          CURRENCY,
          BANDWIDTH,
          ATTEMPTS,
          VERIFICATION,
          KEEP,
          NETWORK_CHECK,
          RESUME,
          NOTICES,
          KEEP_RAW,
          KEEP_MINUTES,
          KEEP_HOURS,
          KEEP_EVENTS,
          COMMIT_INTERVAL,
          LANGUAGE,
          REFRESH,
          LOG_LEVEL,
          LOG_BUDGET);

  private PreferenceTable() {}

  /** The row of this key; empty if there is none. */
  static Optional<PreferenceRow<?>> row(String key) {
    for (PreferenceRow<?> row : ALL) {
      if (row.key().equals(key)) {
        return Optional.of(row);
      }
    }
    return Optional.empty();
  }

  private static <T> PreferenceRow<T> row(
      String key,
      Group group,
      Effect effect,
      String place,
      Kind<T> kind,
      Function<Config, String> usual) {
    return new PreferenceRow<>(key, group, effect, place, kind, List.of(), usual);
  }

  private static PreferenceRow<Duration> kept(String key, Function<Config, Duration> configured) {
    return row(
        key,
        Group.STORE,
        LIVE,
        "store: " + key + ":",
        StoreSection.KEEP,
        config -> Durations.text(configured.apply(config)));
  }

  private static <E extends Enum<E>> PreferenceRow<E> choice(
      String key, Group group, Effect effect, List<E> values) {
    return few(
        key,
        group,
        effect,
        values,
        value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  /** The first value is the usual one. */
  private static <T> PreferenceRow<T> few(
      String key, Group group, Effect effect, List<T> values, Function<T, String> word) {
    List<String> words = values.stream().map(word).toList();
    return new PreferenceRow<>(
        key, group, effect, "", Choice.of(values, word), words, _ -> words.getFirst());
  }

  /** Where the configuration may say nothing at all. */
  private static <T> Kind<T> orNothing(Kind<T> kind, T nothing) {
    return new Kind<>(
        kind.accepted(),
        text -> text.isEmpty() ? Optional.of(nothing) : kind.parse(text),
        kind.advice());
  }

  private static String word(Level level) {
    if (level.intValue() >= Level.SEVERE.intValue()) {
      return "error";
    }
    if (level.intValue() >= Level.WARNING.intValue()) {
      return "warning";
    }
    return level.intValue() >= Level.INFO.intValue() ? "info" : "debug";
  }
}
