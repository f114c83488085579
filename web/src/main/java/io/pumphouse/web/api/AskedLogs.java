package io.pumphouse.web.api;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.pumphouse.web.model.LogLine.Level;
import io.pumphouse.web.model.LogLine.Source;
import io.pumphouse.web.model.Logs;
import io.pumphouse.web.model.Role;
import io.pumphouse.web.model.Sought;
import io.pumphouse.web.route.Caller;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which entries of the log an address asks for: {@code source=line,jobs&level=warning&job=&q=}. Who
 * came in from where is for owners alone; for others it is not among the entries.
 */
public final class AskedLogs {
  private static final int LONGEST = 200;

  private AskedLogs() {}

  /**
   * What is asked for.
   *
   * @throws BadRequestResponse where a word is not known, saying which are
   */
  public static Logs.Wish of(Context context) {
    Set<Source> sources = EnumSet.copyOf(sources(context));
    sources.retainAll(open(context));
    return new Logs.Wish(
        sources, level(context), text(context, "job"), sought(context), after(context));
  }

  /** The sources that whoever asks may see. */
  public static Set<Source> open(Context context) {
    Set<Source> open = EnumSet.allOf(Source.class);
    if (!Caller.known(context.req()).role().includes(Role.OWNER)) {
      open.remove(Source.ACCESS);
    }
    return open;
  }

  private static Set<Source> sources(Context context) {
    String typed = text(context, "source");
    return typed.isEmpty()
        ? EnumSet.allOf(Source.class)
        : Arrays.stream(typed.split(","))
            .map(
                word ->
                    Source.of(word)
                        .orElseThrow(() -> unknown("source", word, "agent, line, jobs or access")))
            .collect(Collectors.toSet());
  }

  private static Level level(Context context) {
    String typed = text(context, "level");
    return typed.isEmpty()
        ? Level.DEBUG
        : Level.of(typed)
            .orElseThrow(() -> unknown("level", typed, "debug, info, warning or error"));
  }

  private static Sought sought(Context context) {
    String words = text(context, "q");
    return new Sought(words.length() <= LONGEST ? words : words.substring(0, LONGEST));
  }

  private static Instant after(Context context) {
    String typed = text(context, "after");
    try {
      return typed.isEmpty() ? Instant.MIN : Instant.parse(typed);
    } catch (DateTimeException _) {
      throw unknown("after", typed, "a time such as 2026-02-03T10:15:30Z");
    }
  }

  private static BadRequestResponse unknown(String name, String typed, String accepted) {
    return new BadRequestResponse(
        "%s \"%s\" is not known; use %s".formatted(name, typed, accepted));
  }

  private static String text(Context context, String name) {
    return Optional.ofNullable(context.queryParam(name)).orElse("").strip();
  }
}
