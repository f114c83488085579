package io.pumphouse.web.setting;

import io.pumphouse.web.model.Installation;
import io.pumphouse.web.model.Setting;
import io.pumphouse.web.model.Settings.Objection;
import io.pumphouse.web.page.Amount;
import io.pumphouse.web.page.Tongue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What can be set, and what this is. Public because compiled templates live in a package of their
 * own.
 *
 * @param saved what was saved just now, by the names of the settings; {@link #NOTHING}; or empty
 * @param trouble why nothing was saved, in English; empty if nothing is wrong
 */
public record SettingsView(
    Rights rights,
    List<Group> groups,
    String saved,
    String trouble,
    List<Place> places,
    Installation.About about) {
  /** Somebody saved what was so already. */
  public static final String NOTHING = "nothing";

  public SettingsView {
    groups = List.copyOf(groups);
    places = List.copyOf(places);
  }

  /**
   * Settings that belong together.
   *
   * @param name {@code site}, {@code jobs}, {@code store}, {@code pages}, {@code log}
   */
  public record Group(String name, List<Field> fields) {
    public Group {
      fields = List.copyOf(fields);
    }
  }

  /**
   * One of them.
   *
   * @param setting as it stands
   * @param value what stands in its field
   * @param wrong what speaks against that, in English; empty if nothing does
   */
  public record Field(Setting setting, String value, String wrong) {
    public String key() {
      return setting.key();
    }
  }

  /**
   * A file or folder.
   *
   * @param free what its disk has left, in words; empty if that cannot be told
   */
  public record Place(String name, String path, boolean isThere, String free) {}

  static SettingsView of(
      Tongue tongue,
      Rights rights,
      List<Setting> settings,
      Map<String, String> typed,
      List<Objection> objections,
      Installation installation) {
    List<String> keys = settings.stream().map(Setting::key).toList();
    return new SettingsView(
        rights,
        groups(settings, typed, objections),
        "",
        objections.stream()
            .filter(it -> !keys.contains(it.key()))
            .map(Objection::toString)
            .reduce("", (all, each) -> all.isEmpty() ? each : all + "\n" + each),
        installation.places().stream().map(it -> place(tongue, it)).toList(),
        installation.about());
  }

  private static List<Group> groups(
      List<Setting> settings, Map<String, String> typed, List<Objection> objections) {
    List<Group> groups = new ArrayList<>();
    for (Setting.Group group : Setting.Group.values()) {
      List<Field> fields =
          settings.stream()
              .filter(setting -> setting.group() == group)
              .map(setting -> field(setting, typed, objections))
              .toList();
      groups.add(new Group(group.name().toLowerCase(Locale.ROOT), fields));
    }
    return groups;
  }

  private static Field field(
      Setting setting, Map<String, String> typed, List<Objection> objections) {
    String wrong =
        objections.stream()
            .filter(objection -> objection.key().equals(setting.key()))
            .map(it -> "found " + it.found() + "; accepted: " + it.accepted())
            .findFirst()
            .orElse("");
    return new Field(setting, typed.getOrDefault(setting.key(), setting.value()), wrong);
  }

  private static Place place(Tongue tongue, Installation.Place place) {
    String free = place.freeBytes() < 0 ? "" : Amount.bytes(tongue, place.freeBytes());
    return new Place(place.name(), place.path(), place.isThere(), free);
  }

  /**
   * The same, saying what was saved.
   *
   * @param keys of settings, commas between; what is none is passed over
   */
  SettingsView saying(String keys) {
    List<String> named = List.of(keys.split(","));
    List<String> known =
        groups.stream()
            .flatMap(group -> group.fields().stream())
            .map(Field::key)
            .filter(named::contains)
            .toList();
    String said = keys.equals(NOTHING) ? NOTHING : String.join(",", known);
    return new SettingsView(rights, groups, said, trouble, places, about);
  }

  SettingsView failed(String why) {
    return new SettingsView(rights, groups, saved, why, places, about);
  }

  /** What a setting is unless somebody sets it, in words. */
  public static String usual(Tongue tongue, Setting setting) {
    if (setting.usual().isEmpty()) {
      return tongue.say("setting.nothing");
    }
    return setting.choices().isEmpty()
        ? setting.usual()
        : tongue.say("setting." + setting.key() + "." + setting.usual());
  }

  /** What was saved, in the words of the page. */
  public String savedWords(Tongue tongue) {
    return saved.equals(NOTHING)
        ? tongue.say("settings.saved.nothing")
        : tongue.say(
            "settings.saved",
            String.join(
                ", ",
                List.of(saved.split(",")).stream()
                    .map(key -> tongue.say("setting." + key))
                    .toList()));
  }

  /** Whether something somebody typed does not fit. */
  public boolean isWrong() {
    return groups.stream()
        .flatMap(group -> group.fields().stream())
        .anyMatch(field -> !field.wrong().isEmpty());
  }
}
