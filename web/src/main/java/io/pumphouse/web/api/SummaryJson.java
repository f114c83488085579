package io.pumphouse.web.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.pumphouse.web.model.DaySum;
import io.pumphouse.web.model.Efficiency;
import io.pumphouse.web.model.Energy;
import io.pumphouse.web.model.HotWaterCycles;
import io.pumphouse.web.model.Mode;
import io.pumphouse.web.model.Reckoned.Known;
import io.pumphouse.web.model.RunTime;
import io.pumphouse.web.model.Span;
import io.pumphouse.web.model.Summary;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** The key figures as JSON; what is not known is null, with the reason beside it. */
final class SummaryJson {
  private SummaryJson() {}

  static String of(Summary summary, String currency) {
    return Json.object(
        json -> {
          span(json, summary.span());
          json.writeNumberField("resolution_ms", summary.resolution().toMillis());
          energy(json, "electricity", summary.electricity());
          energy(json, "heat", summary.heat());
          cop(json, summary);
          json.writeObjectFieldStart("running");
          efficiency(json, summary.running());
          json.writeEndObject();
          modes(json, summary.modes());
          Amounts.number(json, "standby_kwh", summary.standby());
          defrost(json, summary);
          cost(json, summary, currency);
          power(json, summary);
          runTimes(json, summary);
          starts(json, summary);
          cycles(json, summary.cycles());
          days(json, summary);
        });
  }

  static void span(JsonGenerator json, Span span) throws IOException {
    json.writeStringField("from", span.from().toString());
    json.writeStringField("to", span.to().toString());
  }

  private static void energy(JsonGenerator json, String field, Energy energy) throws IOException {
    json.writeObjectFieldStart(field);
    Amounts.reasoned(json, "kwh", energy.kilowattHours());
    Amounts.basis(json, energy.basis());
    json.writeEndObject();
  }

  /** Its border is that of the electricity, its quality that of the worse side. */
  private static void cop(JsonGenerator json, Summary summary) throws IOException {
    var electricity = summary.electricity().basis();
    var heat = summary.heat().basis();
    json.writeObjectFieldStart("cop");
    efficiency(json, summary.efficiency());
    boolean isKnown = summary.efficiency().cop().value().isPresent();
    ReadingJson.stringOrNull(json, "boundary", isKnown ? electricity.border().name() : "");
    Amounts.number(json, "quality", Math.min(electricity.quality(), heat.quality()));
    json.writeBooleanField("estimated", electricity.isEstimate() || heat.isEstimate());
    json.writeEndObject();
  }

  private static void efficiency(JsonGenerator json, Efficiency efficiency) throws IOException {
    Amounts.reasoned(json, "cop", efficiency.cop());
    boolean isKnown = efficiency.cop().value().isPresent();
    Amounts.number(json, "cop_margin", isKnown ? new Known(efficiency.margin()) : efficiency.cop());
    Amounts.number(json, "electricity_kwh", efficiency.electricity());
    Amounts.number(json, "heat_kwh", efficiency.heat());
    Amounts.number(json, "carnot_share", efficiency.carnotShare());
  }

  private static void modes(JsonGenerator json, Map<Mode, Efficiency> modes) throws IOException {
    json.writeObjectFieldStart("modes");
    for (Map.Entry<Mode, Efficiency> mode : new TreeMap<>(modes).entrySet()) {
      json.writeObjectFieldStart(mode.getKey().word());
      efficiency(json, mode.getValue());
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void defrost(JsonGenerator json, Summary summary) throws IOException {
    json.writeObjectFieldStart("defrost");
    Amounts.number(json, "heat_kwh", summary.defrost());
    Amounts.number(json, "share", summary.defrostShare());
    json.writeEndObject();
  }

  private static void cost(JsonGenerator json, Summary summary, String currency)
      throws IOException {
    json.writeObjectFieldStart("cost");
    Amounts.reasoned(json, "amount", summary.cost());
    ReadingJson.stringOrNull(json, "currency", currency);
    json.writeEndObject();
  }

  private static void power(JsonGenerator json, Summary summary) throws IOException {
    json.writeObjectFieldStart("power");
    Amounts.number(json, "average_w", summary.averagePower());
    Amounts.reasoned(json, "peak_w", summary.peakPower());
    json.writeEndObject();
  }

  private static void runTimes(JsonGenerator json, Summary summary) throws IOException {
    json.writeObjectFieldStart("run_time");
    runTime(json, "compressor", summary.compressor());
    runTime(json, "additional_heat", summary.additionalHeat());
    runTime(json, "idle", summary.idle());
    runTime(json, "hot_water", summary.hotWater());
    json.writeEndObject();
  }

  private static void runTime(JsonGenerator json, String field, RunTime time) throws IOException {
    json.writeObjectFieldStart(field);
    Amounts.reasoned(json, "hours", time.hours());
    Amounts.number(json, "share", time.share());
    json.writeEndObject();
  }

  private static void starts(JsonGenerator json, Summary summary) throws IOException {
    json.writeObjectFieldStart("starts");
    Amounts.reasoned(json, "count", summary.starts());
    Amounts.number(json, "per_hour", summary.startsPerHour());
    json.writeEndObject();
  }

  private static void cycles(JsonGenerator json, HotWaterCycles cycles) throws IOException {
    json.writeObjectFieldStart("hot_water_cycles");
    Amounts.reasoned(json, "count", cycles.count());
    Amounts.number(json, "per_day", cycles.perDay());
    Amounts.number(json, "mean_minutes", cycles.minutes());
    Amounts.number(json, "mean_heat_kwh", cycles.heat());
    Amounts.number(json, "mean_electricity_kwh", cycles.electricity());
    json.writeEndObject();
  }

  private static void days(JsonGenerator json, Summary summary) throws IOException {
    json.writeArrayFieldStart("days");
    for (DaySum day : summary.days()) {
      json.writeStartObject();
      json.writeStringField("date", day.date().toString());
      Amounts.number(json, "electricity_kwh", day.electricity());
      Amounts.number(json, "heat_kwh", day.heat());
      Amounts.number(json, "cop", day.cop());
      Amounts.number(json, "cost", day.cost());
      Amounts.number(json, "quality", day.quality());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
