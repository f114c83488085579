package io.pumphouse.web.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.Extremes;
import io.pumphouse.web.model.History;
import io.pumphouse.web.model.LiveReading;
import io.pumphouse.web.model.LiveReadings;
import io.pumphouse.web.model.Site;
import io.pumphouse.web.page.Shown;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;

/** What a pump says now, beside how far each register went over a time. */
final class LatestReadings {
  private final Site site;
  private final LiveReadings live;
  private final History history;
  private final TimeSource time;

  LatestReadings(Site site, LiveReadings live, History history, TimeSource time) {
    this.site = site;
    this.live = live;
    this.history = history;
    this.time = time;
  }

  String withExtremesOfToday(PumpId pump) {
    Instant now = time.wall();
    return since(Range.startOfDay(now, site.zone()), now, pump);
  }

  String withExtremesOf(Range range, PumpId pump) {
    Instant now = time.wall();
    return since(range.startBefore(now, site.zone()), now, pump);
  }

  private String since(Instant from, Instant now, PumpId pump) {
    Map<RegisterId, Extremes> extremes = history.extremes(pump, from, now);
    return Json.text(
        json -> {
          json.writeStartArray();
          for (LiveReading reading : live.readings(pump)) {
            write(json, reading, extremes);
          }
          json.writeEndArray();
        });
  }

  private static void write(
      JsonGenerator json, LiveReading reading, Map<RegisterId, Extremes> extremes)
      throws IOException {
    json.writeStartObject();
    ReadingJson.fields(json, reading, Shown.of(reading));
    if (extremes.containsKey(reading.register().id())) {
      ReadingJson.extremes(json, reading.register(), extremes.get(reading.register().id()));
    } else {
      ReadingJson.noExtremes(json);
    }
    json.writeEndObject();
  }
}
