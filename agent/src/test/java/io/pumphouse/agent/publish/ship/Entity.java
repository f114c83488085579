package io.pumphouse.agent.publish.ship;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** What Home Assistant is told of an entity: each value by its place, such as /device/name. */
final class Entity {
  private Entity() {}

  static Map<String, String> of(String json) throws IOException {
    Map<String, String> all = new LinkedHashMap<>();
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      while (parser.nextToken() != null) {
        if (parser.currentToken().isScalarValue()) {
          all.put(parser.getParsingContext().pathAsPointer().toString(), parser.getText());
        }
      }
    }
    return all;
  }

  /** What each entity of a register has, whatever its kind. */
  static Map<String, String> ofRegister(String name) {
    return Map.of(
        "/unique_id", "pumphouse_house_" + name,
        "/state_topic", "pumphouse/house/" + name,
        "/availability/0/topic", "pumphouse/status",
        "/availability/1/topic", "pumphouse/house/link",
        "/availability_mode", "all",
        "/device/identifiers", "pumphouse_house",
        "/device/name", "house",
        "/device/manufacturer", "NIBE",
        "/device/model", "NIBE F1155 / F1255",
        "/origin/name", "Pumphouse");
  }
}
