package io.pumphouse.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.MetricGroup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class TongueTest {
  private static final Pattern TEXT = Pattern.compile("[\"`]([a-z][A-Za-z0-9._-]*)");

  private static final Pattern SAID = Pattern.compile("[.]say\\(\\s*\"([^\"]+)\"\\s*[,)]");

  /** What hal already says in English needs no English twin. */
  private static final List<String> ONLY_FOREIGN = List.of("metric.", "group.", "js.meaning.");

  @Test
  void bothLanguagesSayTheSameThings() {
    assertThat(keys(Tongue.SWEDISH)).isEqualTo(keys(Tongue.ENGLISH));
  }

  @Test
  void everyMetricAndPlaceHasASwedishName() {
    assertThat(Tongue.SWEDISH.words().keySet())
        .containsAll(Arrays.stream(Metric.values()).map(each -> "metric." + each.key()).toList())
        .containsAll(
            Arrays.stream(MetricGroup.values()).map(each -> "group." + slug(each)).toList());
  }

  @Test
  void everyTextFillsInTheSameParts() {
    for (String key : keys(Tongue.ENGLISH)) {
      assertThat(parts(Tongue.SWEDISH, key)).as(key).isEqualTo(parts(Tongue.ENGLISH, key));
    }
  }

  @Test
  void everyTextIsUsed() throws IOException {
    Set<String> said = said();

    assertThat(keys(Tongue.ENGLISH)).allMatch(key -> isSaid(said, key));
  }

  @Test
  void everyTextThatIsAskedForIsThere() throws IOException {
    assertThat(found(SAID)).isNotEmpty().allMatch(Tongue.ENGLISH.words()::containsKey);
  }

  /** Whole, or by a beginning up to a dot with the rest worked out, or from a state of the line. */
  private static boolean isSaid(Set<String> said, String key) {
    String name = key.startsWith("js.") ? key.substring(3) : key;
    return said.contains(key)
        || said.contains(name)
        || name.endsWith("-notice")
        || said.stream().anyMatch(start -> start.endsWith(".") && name.startsWith(start));
  }

  private static Set<String> said() throws IOException {
    return found(TEXT);
  }

  private static Set<String> found(Pattern pattern) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src", "main"))) {
      String all =
          files
              .filter(file -> file.toString().matches(".*[.](java|jte|js)"))
              .map(TongueTest::text)
              .collect(Collectors.joining("\n"));
      return pattern
          .matcher(all)
          .results()
          .map(found -> found.group(1))
          .collect(Collectors.toUnmodifiableSet());
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> keys(Tongue tongue) {
    return tongue.words().keySet().stream()
        .filter(key -> ONLY_FOREIGN.stream().noneMatch(key::startsWith))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> parts(Tongue tongue, String key) {
    return Pattern.compile("\\{\\d}")
        .matcher(tongue.say(key))
        .results()
        .map(found -> found.group())
        .sorted()
        .toList();
  }

  private static String slug(MetricGroup place) {
    return place.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
