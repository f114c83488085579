package io.pumphouse.agent.config;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many backups to keep of each kind, in one line: {@code last 3, daily 7, weekly 4}. */
final class Keeps {
  static final String EVERYTHING = "everything";

  static final Kind<Map<String, Integer>> KIND =
      new Kind<>(
          EVERYTHING
              + ", or numbers from 1 to 9999, at least 2 of last, such as"
              + " \"last 3, daily 7, weekly 4, monthly 12, yearly 3\", each word once",
          Keeps::parse);

  private static final Pattern PART = Pattern.compile("([a-z]+) ([1-9][0-9]{0,3})");

  private Keeps() {}

  private static Optional<Map<String, Integer>> parse(String text) {
    Map<String, Integer> counts = new TreeMap<>();
    if (text.equals(EVERYTHING)) {
      return Optional.of(counts);
    }
    for (String part : text.split(", *", -1)) {
      Matcher matcher = PART.matcher(part);
      if (!matcher.matches()
          || !JobSection.KEEPS.contains(matcher.group(1))
          || counts.put(matcher.group(1), Integer.valueOf(matcher.group(2))) != null) {
        return Optional.empty();
      }
    }
    return Optional.of(counts).filter(all -> all.getOrDefault("last", 2) >= 2);
  }
}
