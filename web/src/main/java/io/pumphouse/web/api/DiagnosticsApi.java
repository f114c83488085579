package io.pumphouse.web.api;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.web.model.Diagnostics;
import io.pumphouse.web.model.PumpStatus;
import io.pumphouse.web.model.RegisterStatus;
import io.pumphouse.web.model.Trace;
import io.pumphouse.web.route.Need;
import io.pumphouse.web.route.RouteTable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a technician asks about a pump that does not answer as it should. */
final class DiagnosticsApi {
  private static final int USUAL_FRAMES = 200;
  private static final Pattern WORDS = Pattern.compile("[0-9A-Fa-f]{4}([ ,]?[0-9A-Fa-f]{4})?");

  private final AskedPump asked;
  private final Diagnostics diagnostics;

  DiagnosticsApi(AskedPump asked, Diagnostics diagnostics) {
    this.asked = asked;
    this.diagnostics = diagnostics;
  }

  void addTo(RouteTable routes, String pump) {
    routes.get(Need.READER, pump + "/line", context -> ofPump(context, this::line));
    routes.get(Need.READER, pump + "/trace", context -> ofPump(context, this::trace));
    routes.get(Need.READER, pump + "/registers", context -> ofPump(context, this::registers));
    routes.get(
        Need.READER, pump + "/registers/{register}", context -> ofPump(context, this::register));
    routes.get(
        Need.READER,
        pump + "/registers/{register}/decode",
        context -> ofPump(context, this::decode));
  }

  private void ofPump(Context context, BiConsumer<Context, PumpId> answer) {
    asked.of(context).map(PumpStatus::id).ifPresent(pump -> answer.accept(context, pump));
  }

  private void line(Context context, PumpId pump) {
    diagnostics
        .line()
        .line(pump)
        .ifPresentOrElse(
            line -> Api.answer(context, LineJson.of(line)),
            () -> notFound(context, "nothing is known of the line of \"" + pump + "\" yet"));
  }

  private void trace(Context context, PumpId pump) {
    String limit = Optional.ofNullable(context.queryParam("limit")).orElse("" + USUAL_FRAMES);
    if (limit.matches("[0-9]{1,4}") && isWithin(Integer.parseInt(limit))) {
      var frames = diagnostics.trace().newest(pump, Integer.parseInt(limit));
      Api.stream(context, json -> FrameJson.array(json, frames));
    } else {
      badRequest(context, "limit \"" + limit + "\": use 1 to " + Trace.FRAMES);
    }
  }

  private static boolean isWithin(int limit) {
    return limit >= 1 && limit <= Trace.FRAMES;
  }

  private void registers(Context context, PumpId pump) {
    String wanted = Optional.ofNullable(context.queryParam("q")).orElse("");
    Stream<RegisterStatus> found =
        diagnostics.registers().registers(pump).filter(each -> has(each, wanted));
    Api.stream(context, json -> RegisterJson.array(json, found.iterator()));
  }

  private static boolean has(RegisterStatus status, String wanted) {
    String sought = wanted.toLowerCase(Locale.ROOT);
    return Stream.of(status.name(), status.register().label(), status.register().id().name())
        .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(sought));
  }

  private void register(Context context, PumpId pump) {
    found(context, pump)
        .ifPresent(
            status -> Api.answer(context, Json.object(json -> RegisterJson.fields(json, status))));
  }

  private Optional<RegisterStatus> found(Context context, PumpId pump) {
    String name = context.pathParam("register");
    Optional<RegisterStatus> status = diagnostics.registers().register(pump, name);
    if (status.isEmpty()) {
      notFound(
          context,
          "\"%s\" has no register or metric \"%s\"; search with registers?q="
              .formatted(pump, name));
    }
    return status;
  }

  private void decode(Context context, PumpId pump) {
    found(context, pump).ifPresent(status -> decode(context, pump, status));
  }

  private void decode(Context context, PumpId pump, RegisterStatus status) {
    String typed = Optional.ofNullable(context.queryParam("words")).orElse("");
    List<Integer> words = typed.isEmpty() ? status.words() : words(typed);
    if (words.isEmpty()) {
      badRequest(
          context,
          typed.isEmpty()
              ? "the register has no words yet; give some: decode?words=0102,FFDA"
              : "words \"" + typed + "\": use one or two of four hex digits each: 0102,FFDA");
    } else {
      var ways = diagnostics.registers().decode(pump, status.register().id(), words);
      Api.answer(context, Json.text(json -> DecodingJson.array(json, ways)));
    }
  }

  private static List<Integer> words(String typed) {
    if (!WORDS.matcher(typed).matches()) {
      return List.of();
    }
    String digits = typed.replaceAll("[ ,]", "");
    return Arrays.stream(digits.split("(?<=\\G.{4})", -1))
        .filter(word -> !word.isEmpty())
        .map(word -> Integer.parseInt(word, 16))
        .toList();
  }

  private static void notFound(Context context, String detail) {
    Problem.of(HttpStatus.NOT_FOUND, detail).answer(context);
  }

  private static void badRequest(Context context, String detail) {
    Problem.of(HttpStatus.BAD_REQUEST, detail).answer(context);
  }
}
