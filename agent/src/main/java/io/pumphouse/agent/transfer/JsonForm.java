package io.pumphouse.agent.transfer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.Sample;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** One JSON object a line, with the columns of the CSV; null where they are empty. */
final class JsonForm implements Form {
  private final PumpId pump;
  private final RegisterMap map;
  private final JsonFactory factory = new JsonFactory();

  JsonForm(PumpId pump, RegisterMap map) {
    this.pump = pump;
    this.map = map;
  }

  @Override
  public String line(Sample sample) {
    Columns columns = Columns.of(pump, map, sample);
    StringWriter text = new StringWriter(200);
    try (JsonGenerator json = factory.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("time", columns.time());
      json.writeStringField("pump", columns.pump());
      json.writeStringField("metric", columns.metric());
      json.writeStringField("register", columns.register());
      number(json, "value", columns.value());
      json.writeStringField("unit", columns.unit());
      json.writeStringField("state", columns.state());
      if (columns.reason().isEmpty()) {
        json.writeNullField("reason");
      } else {
        json.writeStringField("reason", columns.reason());
      }
      number(json, "raw", columns.raw());
      json.writeEndObject();
    } catch (IOException failure) {
      throw new UncheckedIOException("write JSON in memory", failure);
    }
    return text.append('\n').toString();
  }

  private static void number(JsonGenerator json, String name, String decimal) throws IOException {
    json.writeFieldName(name);
    if (decimal.isEmpty()) {
      json.writeNull();
    } else {
      json.writeNumber(decimal);
    }
  }
}
