package io.pumphouse.agent.setting;

import io.pumphouse.agent.config.Config;
import io.pumphouse.agent.config.ConsoleConfig;
import io.pumphouse.agent.config.Endpoint;
import io.pumphouse.agent.config.GpioConfig;
import io.pumphouse.agent.config.Preferences;
import io.pumphouse.agent.config.PublishConfig;
import io.pumphouse.agent.config.StoreConfig;
import io.pumphouse.agent.config.WebConfig;
import io.pumphouse.agent.ledger.Event;
import io.pumphouse.hal.line.FakeTime;
import io.pumphouse.web.model.Setting;
import io.pumphouse.web.model.Settings.Answer;
import io.pumphouse.web.model.Site;
import io.pumphouse.web.model.Tariff;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Somebody who sets things in a folder. */
public final class Household {
  private static final Tariff CONFIGURED =
      new Tariff("SEK", List.of(new Tariff.Rate(LocalTime.MIDNIGHT, 1.85)));

  final List<String> events = new ArrayList<>();
  public final SettingsShelf shelf;
  final SettingsRoom room;

  public Household(Path data) {
    this.shelf = new SettingsShelf(data, config());
    this.room = new SettingsRoom(shelf, this::heard, new FakeTime());
    shelf.open();
  }

  private static Config config() {
    return new Config(
        new Site("Villa", ZoneOffset.UTC, CONFIGURED),
        List.of(),
        new StoreConfig(Duration.ofSeconds(30)),
        WebConfig.onlyHere(new Endpoint("127.0.0.1", 0), 1),
        GpioConfig.NONE,
        PublishConfig.NONE,
        ConsoleConfig.NONE);
  }

  private void heard(Event event) {
    events.add(event.kind().word() + ": " + event.text());
  }

  /** Every key there is of this group. */
  public static List<String> keys(Setting.Group group) {
    return Preferences.of(config()).settings(Map.of()).stream()
        .filter(setting -> setting.group() == group)
        .map(Setting::key)
        .toList();
  }

  public Household set(String key, String value) {
    if (room.change(Map.of(key, value), "ann") instanceof Answer.Saved(var keys)
        && keys.equals(List.of(key))) {
      return this;
    }
    throw new AssertionError(key + " is not " + value);
  }

  Setting setting(String key) {
    return room.all().stream().filter(it -> it.key().equals(key)).findFirst().orElseThrow();
  }
}
