package io.pumphouse.web.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.pumphouse.web.model.MachineHealth;
import io.pumphouse.web.model.Vitals;
import io.pumphouse.web.model.Vitals.Figure;
import io.pumphouse.web.model.Wear;
import io.pumphouse.web.model.Wear.Disk;
import io.pumphouse.web.model.Wear.Life;
import io.pumphouse.web.model.Wear.Written;
import java.io.IOException;
import java.util.Locale;

/** How the machine and its disk fare, as JSON. What nobody knows is null, with why beside it. */
final class MachineJson {
  private MachineJson() {}

  static String of(MachineHealth machine) {
    return Json.object(
        json -> {
          vitals(json, machine.vitals());
          disk(json, machine.wear());
        });
  }

  private static void vitals(JsonGenerator json, Vitals vitals) throws IOException {
    figure(json, "cpu_share", vitals.cpu());
    figure(json, "memory_free_bytes", vitals.memoryFree());
    figure(json, "memory_total_bytes", vitals.memoryTotal());
    figure(json, "celsius", vitals.celsius());
    json.writeStringField(
        "power", vitals.power().name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  private static void figure(JsonGenerator json, String field, Figure figure) throws IOException {
    switch (figure) {
      case Figure.Known(double value) -> Amounts.number(json, field, value);
      case Figure.Unknown() -> json.writeNullField(field);
    }
  }

  private static void disk(JsonGenerator json, Wear wear) throws IOException {
    json.writeObjectFieldStart("disk");
    switch (wear.disk()) {
      case Disk.Device(String name, long bytes) -> {
        json.writeStringField("name", name);
        json.writeNumberField("bytes", bytes);
        json.writeNullField("why");
      }
      case Disk.Unseen(String why) -> {
        json.writeNullField("name");
        json.writeNullField("bytes");
        json.writeStringField("why", why);
      }
    }
    json.writeNumberField("free_bytes", wear.freeBytes());
    json.writeNumberField("counted_ms", wear.over().toMillis());
    written(json, "written_by_agent", wear.byAgent());
    written(json, "written_to_disk", wear.toDisk());
    life(json, wear.life());
    json.writeEndObject();
  }

  private static void written(JsonGenerator json, String field, Written written)
      throws IOException {
    json.writeObjectFieldStart(field);
    switch (written) {
      case Written.Bytes(long bytes) -> {
        json.writeNumberField("bytes", bytes);
        json.writeNullField("why");
      }
      case Written.Uncounted(String why) -> {
        json.writeNullField("bytes");
        json.writeStringField("why", why);
      }
    }
    json.writeEndObject();
  }

  private static void life(JsonGenerator json, Life life) throws IOException {
    json.writeObjectFieldStart("life");
    switch (life) {
      case Life.Told(int usedPercent, boolean isNearEnd) -> {
        json.writeNumberField("used_percent", usedPercent);
        json.writeBooleanField("near_end", isNearEnd);
      }
      case Life.Estimated(double years, String assumption) -> {
        Amounts.number(json, "years", years);
        json.writeStringField("assumption", assumption);
      }
      case Life.Unknown(String why) -> json.writeStringField("why", why);
    }
    json.writeEndObject();
  }
}
