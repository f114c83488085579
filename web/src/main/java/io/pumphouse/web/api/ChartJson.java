package io.pumphouse.web.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.pumphouse.web.model.Chart;
import io.pumphouse.web.model.Chart.Point;
import java.io.IOException;
import java.time.Duration;
import java.util.function.ToDoubleFunction;

/** A chart as fields of a JSON object; gaps are null. */
public final class ChartJson {
  /** As exact as a number of this kind gets. */
  static final int MOST_DIGITS = 15;

  private ChartJson() {}

  /**
   * {@code from}, {@code to}, {@code step_ms}, {@code t} (the beginning of each step) and {@code
   * series}.
   */
  public static void fields(JsonGenerator json, Chart chart) throws IOException {
    fields(json, chart, MOST_DIGITS, false);
  }

  /**
   * The same with so many significant digits in what was measured: more than a picture can show
   * would be half of the answer.
   *
   * @param isBrief whether only means are told: least, greatest and times are most of the rest
   */
  static void fields(JsonGenerator json, Chart chart, int digits, boolean isBrief)
      throws IOException {
    json.writeStringField("from", chart.from().toString());
    Duration length = chart.step().multipliedBy(chart.steps());
    json.writeStringField("to", chart.from().plus(length).toString());
    json.writeNumberField("step_ms", chart.step().toMillis());
    if (!isBrief) {
      times(json, chart);
    }
    json.writeObjectFieldStart("series");
    Decimal decimal = new Decimal();
    for (Chart.Line line : chart.lines()) {
      json.writeObjectFieldStart(line.metric());
      if (!isBrief) {
        column(json, "min", chart, line, decimal, point -> rounded(point.lowest(), digits));
      }
      column(json, "avg", chart, line, decimal, point -> rounded(point.mean(), digits));
      if (!isBrief) {
        column(json, "max", chart, line, decimal, point -> rounded(point.highest(), digits));
      }
      column(json, "quality", chart, line, decimal, Point::quality);
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void times(JsonGenerator json, Chart chart) throws IOException {
    json.writeArrayFieldStart("t");
    for (int step = 0; step < chart.steps(); step++) {
      json.writeString(chart.from().plus(chart.step().multipliedBy(step)).toString());
    }
    json.writeEndArray();
  }

  private static double rounded(double number, int digits) {
    if (number == 0 || digits == MOST_DIGITS) {
      return number;
    }
    double one = Math.pow(10, digits - 1 - Math.floor(Math.log10(Math.abs(number))));
    return Math.rint(number * one) / one;
  }

  private static void column(
      JsonGenerator json,
      String field,
      Chart chart,
      Chart.Line line,
      Decimal decimal,
      ToDoubleFunction<Point> number)
      throws IOException {
    json.writeArrayFieldStart(field);
    int step = 0;
    for (Point point : line.points()) {
      gaps(json, point.step() - step);
      decimal.write(json, number.applyAsDouble(point));
      step = point.step() + 1;
    }
    gaps(json, chart.steps() - step);
    json.writeEndArray();
  }

  private static void gaps(JsonGenerator json, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      json.writeNull();
    }
  }
}
