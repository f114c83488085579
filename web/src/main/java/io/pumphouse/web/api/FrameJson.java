package io.pumphouse.web.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.pumphouse.hal.reading.TracedFrame;
import java.io.IOException;
import java.util.List;

/** A frame on a line as JSON. */
public final class FrameJson {
  private FrameJson() {}

  public static String of(TracedFrame frame) {
    return Json.text(json -> write(json, frame));
  }

  static void array(JsonGenerator json, List<TracedFrame> frames) throws IOException {
    json.writeStartArray();
    for (TracedFrame frame : frames) {
      write(json, frame);
    }
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, TracedFrame frame) throws IOException {
    json.writeStartObject();
    json.writeNumberField("number", frame.number());
    json.writeStringField("at", frame.at().toString());
    json.writeStringField("direction", frame.direction().word());
    json.writeNumberField("unit", frame.unit());
    json.writeStringField("hex", frame.hex());
    ReadingJson.stringOrNull(json, "meaning", frame.meaning());
    ReadingJson.stringOrNull(json, "fault", frame.fault());
    json.writeEndObject();
  }
}
