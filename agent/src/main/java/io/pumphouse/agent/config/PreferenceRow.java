package io.pumphouse.agent.config;

import io.pumphouse.web.model.Setting;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * One thing that people may set without touching a file.
 *
 * @param choices every value, where they are few; else none
 * @param place where else it may stand; empty if nowhere
 * @param usual what holds unless somebody sets it, given the configuration
 */
record PreferenceRow<T>(
    String key,
    Setting.Group group,
    Setting.Effect effect,
    String place,
    Kind<T> kind,
    List<String> choices,
    Function<Config, String> usual) {
  /** The value that holds. */
  T in(Config config, Map<String, String> chosen) {
    String text = chosen.getOrDefault(key, usual.apply(config));
    return kind.parse(text).orElseThrow(() -> new IllegalArgumentException(key + ": " + text));
  }

  /** The kind of its text as a person wrote it. */
  Kind<String> text() {
    return new Kind<>(kind.accepted(), typed -> kind.parse(typed).map(_ -> typed), kind.advice());
  }

  Setting setting(Config config, Map<String, String> chosen, Map<String, String> atStart) {
    String ordinary = usual.apply(config);
    String value = chosen.getOrDefault(key, ordinary);
    return new Setting(
        key,
        group,
        value,
        ordinary,
        chosen.containsKey(key),
        effect,
        effect == Setting.Effect.AFTER_RESTART
            && !value.equals(atStart.getOrDefault(key, ordinary)),
        kind.accepted(),
        choices,
        place);
  }
}
