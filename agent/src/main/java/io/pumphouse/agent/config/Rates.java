package io.pumphouse.agent.config;

import io.pumphouse.web.model.Bandwidth;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rates: a size per second, {@code 512 KiB/s}, or {@code unlimited}, which is 0; or one for each
 * part of the day, {@code 07:00 512 KiB/s, 23:00 unlimited}.
 */
final class Rates {
  private static final String UNLIMITED = "unlimited";
  private static final Pattern STEP = Pattern.compile("([01][0-9]|2[0-3]):([0-5][0-9]) +(.+)");
  private static final Kind<Long> SIZE = Sizes.between("1 KiB", "100 GiB", "512 KiB");

  static final Kind<Bandwidth> BANDWIDTH =
      new Kind<>(
          "a rate such as 512 KiB/s, "
              + UNLIMITED
              + ", or rates from times of day such as 07:00 512 KiB/s, 23:00 unlimited",
          Rates::bandwidth);

  private Rates() {}

  private static Optional<Bandwidth> bandwidth(String text) {
    return rate(text).map(Bandwidth::always).or(() -> timetable(text));
  }

  private static Optional<Bandwidth> timetable(String text) {
    List<Bandwidth.Step> steps = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      Matcher matcher = STEP.matcher(part.strip());
      Optional<Long> rate = matcher.matches() ? rate(matcher.group(3)) : Optional.empty();
      if (rate.isEmpty()) {
        return Optional.empty();
      }
      LocalTime from =
          LocalTime.of(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
      steps.add(new Bandwidth.Step(from, rate.get()));
    }
    return Optional.of(new Bandwidth(steps));
  }

  private static Optional<Long> rate(String text) {
    if (text.equals(UNLIMITED)) {
      return Optional.of(0L);
    }
    return text.endsWith("/s")
        ? SIZE.parse(text.substring(0, text.length() - 2))
        : Optional.empty();
  }
}
