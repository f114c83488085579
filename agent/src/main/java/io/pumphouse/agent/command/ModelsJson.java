package io.pumphouse.agent.command;

import com.fasterxml.jackson.core.JsonGenerator;
import io.pumphouse.hal.map.Model;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.map.Wire;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The models as a bare JSON array, for programs. */
final class ModelsJson {
  private ModelsJson() {}

  static String of(List<RegisterMap> maps) {
    return JsonText.list(maps, ModelsJson::write);
  }

  private static void write(RegisterMap map, JsonGenerator json) throws IOException {
    Model model = map.model();
    json.writeStringField("id", model.id());
    json.writeStringField("title", model.title());
    JsonText.texts(json, "wires", model.wires().stream().sorted().map(Wire::word).toList());
    json.writeNumberField("registers", map.registers().size());
    json.writeNumberField("metrics", map.metrics().size());
    json.writeObjectFieldStart("sources");
    for (Map.Entry<String, String> source : new TreeMap<>(model.sources()).entrySet()) {
      json.writeStringField(source.getKey(), source.getValue());
    }
    json.writeEndObject();
  }
}
