package io.pumphouse.web.sample;

import io.pumphouse.web.model.Setting;
import io.pumphouse.web.model.Setting.Effect;
import io.pumphouse.web.model.Setting.Group;
import io.pumphouse.web.model.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One setting of each kind; none takes a value with an exclamation mark. Confined to one test. */
public final class FakeSettings implements Settings {
  private static final String ACCEPTED = "anything without !, such as 1.85";

  private final List<Setting> usual =
      List.of(
          setting("electricity-price", Group.SITE, "1.85", "site: electricity-price:"),
          setting("currency", Group.SITE, "SEK", "site: currency:"),
          setting("bandwidth", Group.JOBS, "", "jobs.yaml: bandwidth:"),
          choice("verification", Group.JOBS, List.of("fast", "checksum", "verify-after")),
          choice("resume-jobs", Group.JOBS, List.of("ask", "interrupted", "all")),
          setting("keep-raw", Group.STORE, "90d", "store: keep-raw:"),
          choice("language", Group.PAGES, List.of("browser", "en", "sv")),
          choice("log-level", Group.LOG, List.of("info", "debug", "warning", "error")));

  private final Map<String, String> chosen = new LinkedHashMap<>(Map.of("currency", "EUR"));
  private final List<String> orders = new ArrayList<>();

  private static Setting setting(String key, Group group, String value, String place) {
    return new Setting(
        key, group, value, value, false, Effect.LIVE, false, ACCEPTED, List.of(), place);
  }

  private static Setting choice(String key, Group group, List<String> words) {
    String first = words.getFirst();
    Effect effect = key.equals("resume-jobs") ? Effect.AFTER_RESTART : Effect.LIVE;
    return new Setting(key, group, first, first, false, effect, false, ACCEPTED, words, "");
  }

  /** Who changed what. */
  public synchronized List<String> orders() {
    return List.copyOf(orders);
  }

  @Override
  public synchronized List<Setting> all() {
    return usual.stream().map(this::now).toList();
  }

  private Setting now(Setting it) {
    String value = chosen.getOrDefault(it.key(), it.value());
    boolean isWaiting = it.effect() == Effect.AFTER_RESTART && chosen.containsKey(it.key());
    return new Setting(
        it.key(),
        it.group(),
        value,
        it.usual(),
        chosen.containsKey(it.key()),
        it.effect(),
        isWaiting,
        it.accepted(),
        it.choices(),
        it.place());
  }

  @Override
  public synchronized Answer change(Map<String, String> changes, String who) {
    List<Objection> wrong = new ArrayList<>();
    changes.forEach(
        (key, value) -> {
          if (value.contains("!") || usual.stream().noneMatch(it -> it.key().equals(key))) {
            wrong.add(new Objection(key, '"' + value + '"', ACCEPTED));
          }
        });
    if (!wrong.isEmpty()) {
      return new Answer.Wrong(wrong);
    }
    changes.forEach((key, value) -> orders.add(who + ": " + key + "=" + value));
    changes.forEach((key, value) -> chosen.compute(key, (_, _) -> value.isEmpty() ? null : value));
    return new Answer.Saved(changes.keySet().stream().sorted().toList());
  }

  @Override
  public synchronized Answer reset(List<String> keys, String who) {
    List<String> gone = keys.isEmpty() ? List.copyOf(chosen.keySet()) : keys;
    gone.forEach(key -> orders.add(who + ": " + key + " reset"));
    gone.forEach(chosen::remove);
    return new Answer.Saved(gone);
  }

  @Override
  public synchronized String language() {
    return chosen.getOrDefault("language", "").replace("browser", "");
  }

  @Override
  public Duration refreshInterval() {
    return Duration.ZERO;
  }
}
