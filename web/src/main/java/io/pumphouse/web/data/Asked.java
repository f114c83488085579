package io.pumphouse.web.data;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/** What somebody asked for, as addresses say it. */
final class Asked {
  private Asked() {}

  /** The text of this parameter, or nothing. */
  static String parameter(Context context, String name) {
    return Optional.ofNullable(context.queryParam(name)).orElse("");
  }

  /** A time as forms have it, by the site's clocks, or as our own links have it; else none. */
  static Optional<Instant> time(Context context, String name, ZoneId zone) {
    String typed = parameter(context, name);
    try {
      return Optional.of(LocalDateTime.parse(typed).atZone(zone).toInstant());
    } catch (DateTimeException _) { // not typed into a form
      return instant(typed);
    }
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException _) { // nothing, or no time at all
      return Optional.empty();
    }
  }

  static String coded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
