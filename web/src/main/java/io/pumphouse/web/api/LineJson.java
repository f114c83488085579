package io.pumphouse.web.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.pumphouse.hal.reading.Advice;
import io.pumphouse.hal.reading.Latency;
import io.pumphouse.hal.reading.LineReport;
import io.pumphouse.hal.reading.Sign;
import io.pumphouse.hal.reading.Signs;
import io.pumphouse.web.model.LineStatus;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The health of a line as JSON. */
public final class LineJson {
  /** Signs of the unit; strangers are counted for the line, refusals by their code. */
  private static final List<Sign> OF_UNIT =
      List.of(
          Sign.GOOD,
          Sign.TIMEOUT,
          Sign.SHORT,
          Sign.CHECKSUM,
          Sign.NOISE,
          Sign.LATE,
          Sign.FOREIGN,
          Sign.DOWN);

  private static final List<Sign> OVERHEARD = List.of(Sign.STRANGER, Sign.NOISE);

  private LineJson() {}

  public static String of(LineStatus line) {
    return Json.object(json -> fields(json, line));
  }

  private static void fields(JsonGenerator json, LineStatus line) throws IOException {
    LineReport report = line.report();
    json.writeStringField("pump", line.pump().name());
    json.writeStringField("line", line.line());
    json.writeNumberField("unit", line.unit());
    json.writeNumberField("asked", report.asked());
    counts(json, report.signs(), OF_UNIT);
    refusals(json, report.refusals());
    json.writeNumberField("bytes_sent", report.bytesSent());
    json.writeNumberField("bytes_heard", report.bytesHeard());
    PumpJson.lastAnswer(json, "last_good", line.lastGood());
    latency(json, report.latency());
    json.writeNumberField("reconnects", report.reopened());
    json.writeNumberField(
        "load_percent", new BigDecimal(report.load() * 100).setScale(1, RoundingMode.HALF_EVEN));
    json.writeObjectFieldStart("overheard");
    counts(json, report.overheard(), OVERHEARD);
    json.writeEndObject();
    advice(json, report.advice());
  }

  private static void counts(JsonGenerator json, Signs signs, List<Sign> which) throws IOException {
    for (Sign sign : which) {
      json.writeNumberField(sign.word(), signs.of(sign));
    }
  }

  private static void refusals(JsonGenerator json, Map<Integer, Long> refusals) throws IOException {
    json.writeObjectFieldStart("exceptions");
    for (Map.Entry<Integer, Long> each : new TreeMap<>(refusals).entrySet()) {
      json.writeNumberField(each.getKey().toString(), each.getValue());
    }
    json.writeEndObject();
  }

  private static void latency(JsonGenerator json, Latency latency) throws IOException {
    json.writeObjectFieldStart("latency");
    json.writeNumberField("p50_ms", latency.within(50).toMillis());
    json.writeNumberField("p95_ms", latency.within(95).toMillis());
    json.writeNumberField("max_ms", latency.longest().toMillis());
    json.writeArrayFieldStart("histogram");
    for (int step = 0; step < Latency.STEPS; step++) {
      json.writeStartObject();
      if (step < Latency.STEPS - 1) {
        json.writeNumberField("up_to_ms", Latency.upTo(step).toMillis());
      } else {
        json.writeNullField("up_to_ms");
      }
      json.writeNumberField("answers", latency.counts().get(step));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void advice(JsonGenerator json, List<Advice> advice) throws IOException {
    json.writeArrayFieldStart("advice");
    for (Advice each : advice) {
      json.writeStartObject();
      json.writeStringField("rule", each.rule());
      json.writeStringField("cause", each.words());
      json.writeStringField("next", each.next());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
