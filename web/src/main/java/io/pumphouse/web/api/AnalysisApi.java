package io.pumphouse.web.api;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.Analysis;
import io.pumphouse.web.model.Chart;
import io.pumphouse.web.model.Events;
import io.pumphouse.web.model.Happening;
import io.pumphouse.web.model.History;
import io.pumphouse.web.model.Insight.Charted;
import io.pumphouse.web.model.PumpStatus;
import io.pumphouse.web.model.Site;
import io.pumphouse.web.model.Span;
import io.pumphouse.web.route.Need;
import io.pumphouse.web.route.RouteTable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;

/** What somebody asks who wants to know how a pump did. */
final class AnalysisApi {
  private static final int USUAL_POINTS = 600;
  private static final int USUAL_EVENTS = 100;
  private static final int MOST_METRICS = 16;

  private final AskedPump asked;
  private final Analysis analysis;
  private final Site site;
  private final AskedSpan spans;

  AnalysisApi(AskedPump asked, Analysis analysis, Site site, TimeSource time) {
    this.asked = asked;
    this.analysis = analysis;
    this.site = site;
    this.spans = new AskedSpan(site, time);
  }

  void addTo(RouteTable routes, String pump) {
    routes.get(Need.READER, pump + "/series", context -> ofSpan(context, Range.DAY, this::series));
    routes.get(
        Need.READER, pump + "/summary", context -> ofSpan(context, Range.DAY, this::summary));
    routes.get(
        Need.READER,
        pump + "/energy-flow",
        context -> ofSpan(context, Range.DAY, this::energyFlow));
    routes.get(
        Need.READER, pump + "/findings", context -> ofSpan(context, Range.MONTH, this::findings));
    routes.get(Need.READER, pump + "/events", this::events);
    routes.get(Need.READER, pump + "/export", context -> ofSpan(context, Range.DAY, this::export));
  }

  /** A question about a pump and a time. */
  private record Question(Context context, PumpId pump, Span span) {}

  private interface Answerer {
    void answer(Question question);
  }

  private void ofSpan(Context context, Range fallback, Answerer answerer) {
    ofPump(
        context,
        (_, pump) ->
            span(context, fallback)
                .ifPresent(span -> answerer.answer(new Question(context, pump, span))));
  }

  private void ofPump(Context context, BiConsumer<Context, PumpId> answer) {
    asked.of(context).map(PumpStatus::id).ifPresent(pump -> answer.accept(context, pump));
  }

  /** The time asked for; if that is no time, says so and gives none. */
  private Optional<Span> span(Context context, Range fallback) {
    var found =
        spans.of(
            parameter(context, "range"),
            parameter(context, "from"),
            parameter(context, "to"),
            fallback);
    return switch (found) {
      case AskedSpan.Asked.Found(Span span) -> Optional.of(span);
      case AskedSpan.Asked.Wrong(String cause) -> {
        badRequest(context, cause);
        yield Optional.empty();
      }
    };
  }

  private void series(Question question) {
    Context context = question.context();
    List<String> metrics =
        Arrays.stream(parameter(context, "metrics").split(",", -1))
            .filter(name -> !name.isEmpty())
            .distinct()
            .toList();
    OptionalInt points = number(context, "points", USUAL_POINTS, History.MOST_POINTS);
    if (metrics.isEmpty() || metrics.size() > MOST_METRICS) {
      badRequest(
          context,
          "metrics: name 1 to %d, such as series?metrics=outdoor_temp,cop".formatted(MOST_METRICS));
    } else if (points.isPresent()) {
      number(context, "digits", ChartJson.MOST_DIGITS, ChartJson.MOST_DIGITS)
          .ifPresent(digits -> chart(question, metrics, points.getAsInt(), digits));
    }
  }

  private void chart(Question question, List<String> metrics, int points, int digits) {
    boolean isBrief = parameter(question.context(), "brief").equals("yes");
    switch (analysis.insight().chart(question.pump(), metrics, question.span(), points)) {
      case Charted.Drawn(Chart chart) ->
          Api.stream(
              question.context(),
              json -> {
                json.writeStartObject();
                ChartJson.fields(json, chart, digits, isBrief);
                json.writeEndObject();
              });
      case Charted.NoSuchMetric(String name, List<String> known) ->
          badRequest(
              question.context(),
              "metric \"%s\" is not known here; there are: %s and register:NUMBER"
                  .formatted(name, String.join(", ", known)));
    }
  }

  private void summary(Question question) {
    var summary = analysis.insight().summary(question.pump(), question.span());
    Api.answer(question.context(), SummaryJson.of(summary, site.tariff().currency()));
  }

  private void energyFlow(Question question) {
    var flow = analysis.insight().energyFlow(question.pump(), question.span());
    Api.answer(question.context(), FlowJson.of(flow));
  }

  private void findings(Question question) {
    var findings = analysis.insight().findings(question.pump(), question.span());
    Api.answer(question.context(), Json.text(json -> FindingJson.array(json, findings)));
  }

  private void export(Question question) {
    new ExportApi(analysis.export()).answer(question.context(), question.pump(), question.span());
  }

  private void events(Context context) {
    ofPump(
        context,
        (_, pump) ->
            number(context, "limit", USUAL_EVENTS, Events.MOST)
                .ifPresent(most -> events(context, pump, most)));
  }

  private void events(Context context, PumpId pump, int most) {
    boolean isOfAllTimes =
        List.of("range", "from", "to").stream()
            .allMatch(name -> parameter(context, name).isEmpty());
    if (isOfAllTimes) {
      answer(context, analysis.events().events(pump, most));
    } else {
      span(context, Range.DAY)
          .ifPresent(span -> answer(context, analysis.events().events(pump, span, most)));
    }
  }

  private static void answer(Context context, List<Happening> events) {
    Api.stream(context, json -> EventJson.array(json, events));
  }

  private static String parameter(Context context, String name) {
    return Optional.ofNullable(context.queryParam(name)).orElse("");
  }

  /** A number from 1; if it is none, says so and gives none. */
  private static OptionalInt number(Context context, String name, int usual, int most) {
    String typed = parameter(context, name);
    if (typed.isEmpty()) {
      return OptionalInt.of(usual);
    }
    int number = typed.matches("[0-9]{1,6}") ? Integer.parseInt(typed) : 0;
    if (number >= 1 && number <= most) {
      return OptionalInt.of(number);
    }
    badRequest(context, "%s \"%s\": use 1 to %d".formatted(name, typed, most));
    return OptionalInt.empty();
  }

  private static void badRequest(Context context, String detail) {
    Problem.of(HttpStatus.BAD_REQUEST, detail).answer(context);
  }
}
