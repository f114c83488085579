package io.pumphouse.web.backup;

import io.pumphouse.web.api.Fields;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What somebody typed into the form of a job. Immutable.
 *
 * @param type {@code snapshot}, {@code rsync}, {@code rclone} or {@code drill}
 * @param settings all that a form of this type has; empty where nothing was typed
 * @param isSure whether they know what a move costs
 */
record Typed(String type, Map<String, String> settings, boolean isSure) {
  /** What a job can be. */
  static final List<String> TYPES = List.of("snapshot", "rsync", "rclone", "drill");

  private static final String KEEP = "keep-";
  private static final int LONGEST_ID = 48;

  Typed {
    settings = Map.copyOf(settings);
  }

  /** Into the form of a new job. */
  static Typed of(Fields fields) {
    return of(fields, TYPES.contains(fields.text("type")) ? fields.text("type") : "snapshot");
  }

  /** Into the form of a job of this type. A switch that is off is not sent, so that means no. */
  static Typed of(Fields fields, String type) {
    Map<String, String> settings = new HashMap<>();
    for (String key : JobForm.keys(type)) {
      boolean isSwitch = new FormField(key, "", "").isSwitch();
      String typed = fields.text(key).strip();
      settings.put(key, isSwitch && typed.isEmpty() ? "no" : typed);
    }
    return new Typed(type, settings, !fields.text("move-sure").isEmpty());
  }

  /** All settings of a new job. */
  Map<String, String> whole() {
    return over(Map.of("type", type));
  }

  /** All settings of a job that had these before. */
  Map<String, String> over(Map<String, String> before) {
    Map<String, String> whole = new HashMap<>(before);
    whole.putAll(settings);
    whole.values().removeIf(String::isEmpty);
    return whole;
  }

  /** How many of each kind are to be kept, without what is no number. */
  Map<String, Integer> keep() {
    Map<String, Integer> keep = new HashMap<>();
    settings.forEach(
        (key, value) -> {
          if (key.startsWith(KEEP) && value.matches("[0-9]{1,9}")) {
            keep.put(key.substring(KEEP.length()), Integer.valueOf(value));
          }
        });
    return keep;
  }

  /** {@code Photos to the NAS} becomes {@code photos-to-the-nas}; the type, where that is empty. */
  String id() {
    String name = settings.getOrDefault("name", "");
    String plain = Normalizer.normalize(name, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
    String words = plain.replaceAll("\\p{M}", "").replaceAll("[^a-z0-9]+", "-");
    String stem = words.replaceAll("^-+", "");
    String cut = stem.substring(0, Math.min(stem.length(), LONGEST_ID - 4)).replaceAll("-+$", "");
    return cut.isEmpty() ? type : cut;
  }
}
