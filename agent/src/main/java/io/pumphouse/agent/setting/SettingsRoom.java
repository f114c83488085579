package io.pumphouse.agent.setting;

import io.pumphouse.agent.config.Preferences;
import io.pumphouse.agent.config.Problem;
import io.pumphouse.agent.ledger.Event;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.Setting;
import io.pumphouse.web.model.Settings;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Changes what is set, for people and programs; each change is an event. Thread-safe. */
public final class SettingsRoom implements Settings {
  private static final Logger LOG = LoggerFactory.getLogger(SettingsRoom.class);

  private final SettingsShelf shelf;
  private final Consumer<Event> events;
  private final TimeSource time;

  /**
   * @param events takes note of each change
   */
  public SettingsRoom(SettingsShelf shelf, Consumer<Event> events, TimeSource time) {
    this.shelf = shelf;
    this.events = events;
    this.time = time;
  }

  @Override
  public List<Setting> all() {
    return shelf.get().settings(shelf.atStart());
  }

  @Override
  public synchronized Answer change(Map<String, String> changes, String who) {
    Map<String, String> typed = new TreeMap<>();
    changes.forEach((key, value) -> typed.put(key, value.strip()));
    Map<String, String> said = new TreeMap<>(typed);
    said.values().removeIf(String::isEmpty);
    List<Problem> wrong = new ArrayList<>(Preferences.problems(said));
    shelf.read();
    wrong.addAll(shelf.problems());
    return wrong.isEmpty() ? save(typed, who) : new Answer.Wrong(objections(wrong));
  }

  @Override
  public synchronized Answer reset(List<String> keys, String who) {
    List<String> known = all().stream().map(Setting::key).toList();
    List<String> wanted = keys.isEmpty() ? known : keys;
    List<Problem> wrong =
        wanted.stream()
            .filter(key -> !known.contains(key))
            .flatMap(key -> Preferences.problems(Map.of(key, "")).stream())
            .toList();
    return wrong.isEmpty()
        ? change(wanted.stream().distinct().collect(Collectors.toMap(key -> key, _ -> "")), who)
        : new Answer.Wrong(objections(wrong));
  }

  private static List<Objection> objections(List<Problem> problems) {
    return problems.stream().map(it -> new Objection(it.key(), it.found(), it.accepted())).toList();
  }

  private Answer save(Map<String, String> typed, String who) {
    List<Setting> before = all();
    Map<String, String> chosen = new TreeMap<>(shelf.get().chosen());
    typed.forEach(
        (key, value) -> {
          if (value.isEmpty()) {
            chosen.remove(key);
          } else {
            chosen.put(key, value);
          }
        });
    if (chosen.equals(shelf.get().chosen())) {
      return new Answer.Saved(List.of());
    }
    try {
      shelf.choose(chosen);
    } catch (IOException e) {
      return new Answer.Failed("the settings cannot be kept: " + e, "check the disk");
    }
    return new Answer.Saved(told(before, all(), who));
  }

  private List<String> told(List<Setting> before, List<Setting> after, String who) {
    List<String> changed = new ArrayList<>();
    for (int at = 0; at < after.size(); at++) {
      Setting old = before.get(at);
      Setting fresh = after.get(at);
      if (!old.value().equals(fresh.value())) {
        changed.add(fresh.key());
        note(fresh.key(), shown(old.value()), shown(fresh.value()), who);
      }
    }
    return changed;
  }

  private static String shown(String value) {
    return value.isEmpty() ? "nothing" : value;
  }

  private void note(String key, String from, String to, String who) {
    String text = "%s from %s to %s, by %s".formatted(key, from, to, who);
    LOG.info("{}: {}", Event.Kind.SETTING_CHANGED.word(), text);
    events.accept(new Event(time.now(), Event.Kind.SETTING_CHANGED, "", text));
  }

  @Override
  public String language() {
    return shelf.get().language();
  }

  @Override
  public Duration refreshInterval() {
    return shelf.get().refreshInterval();
  }
}
