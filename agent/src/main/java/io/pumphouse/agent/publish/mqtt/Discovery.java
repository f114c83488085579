package io.pumphouse.agent.publish.mqtt;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.pumphouse.hal.reading.Access;
import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.MetricGroup;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.Unit;
import io.pumphouse.web.model.LiveReading;
import io.pumphouse.web.model.PumpStatus;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;

/** Tells Home Assistant what there is: one device for a pump, one entity for a register. Pure. */
final class Discovery {
  private static final JsonFactory JSON = new JsonFactory();

  private final Topics topics;
  private final String version;

  /**
   * @param version of the agent
   */
  Discovery(Topics topics, String version) {
    this.topics = topics;
    this.version = version;
  }

  /** Of which kind a register is. */
  static String kind(LiveReading reading, boolean isOffered) {
    boolean isSwitch = reading.register().unit() == Unit.ON_OFF;
    if (isOffered && isSwitch) {
      return "switch";
    }
    if (isOffered && reading.register().access() instanceof Access.Within) {
      return "number";
    }
    return isSwitch ? "binary_sensor" : "sensor";
  }

  /**
   * What else the same register was, or would be, if the configuration let it be ordered or no
   * longer did: a control that nobody listens to must not stay.
   */
  static List<String> otherKinds(LiveReading reading, String kind) {
    return reading.register().access() instanceof Access.Within
        ? Stream.of(kind(reading, true), kind(reading, false))
            .filter(other -> !other.equals(kind))
            .toList()
        : List.of();
  }

  /** The entity that tells whether the pump answers. */
  String link(PumpStatus pump) throws IOException {
    return entity(
        pump,
        "Connection",
        "link",
        json -> {
          json.writeStringField("state_topic", topics.link(pump.id()));
          json.writeStringField("device_class", "connectivity");
          json.writeStringField("entity_category", "diagnostic");
          onOff(json, "online", "offline");
          json.writeStringField("availability_topic", topics.status());
        });
  }

  /** The button that resets the pump's alarms; it is ordered, never read. */
  String alarmReset(PumpStatus pump) throws IOException {
    String name = Metric.ALARM_RESET.key();
    return entity(
        pump,
        Metric.ALARM_RESET.label(),
        name,
        json -> {
          json.writeStringField("command_topic", topics.order(pump.id(), name));
          json.writeStringField("entity_category", "config");
          availability(json, pump);
        });
  }

  /** The entity of a register. */
  String register(PumpStatus pump, LiveReading reading, boolean isOffered) throws IOException {
    return entity(
        pump,
        reading.label(),
        reading.name(),
        json -> {
          String kind = kind(reading, isOffered);
          json.writeStringField("state_topic", topics.state(pump.id(), reading.name()));
          availability(json, pump);
          category(json, reading, kind);
          switch (kind) {
            case "switch" -> {
              json.writeStringField("command_topic", topics.order(pump.id(), reading.name()));
              onOff(json, "1", "0");
            }
            case "number" -> {
              json.writeStringField("command_topic", topics.order(pump.id(), reading.name()));
              limits(json, reading.register());
              guise(json, reading.register().unit(), false);
            }
            case "binary_sensor" -> onOff(json, "1", "0");
            default -> guise(json, reading.register().unit(), true);
          }
        });
  }

  private String entity(PumpStatus pump, String name, String id, Part part) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("name", name);
      json.writeStringField("unique_id", topics.device(pump.id()) + "_" + Topics.level(id));
      part.write(json);
      json.writeObjectFieldStart("device");
      json.writeStringField("identifiers", topics.device(pump.id()));
      json.writeStringField("name", pump.id().name());
      json.writeStringField("manufacturer", pump.title().replaceFirst(" .*", ""));
      json.writeStringField("model", pump.title());
      json.writeEndObject();
      json.writeObjectFieldStart("origin");
      json.writeStringField("name", "Pumphouse");
      json.writeStringField("sw", version);
      json.writeEndObject();
      json.writeEndObject();
    }
    return text.toString();
  }

  private void availability(JsonGenerator json, PumpStatus pump) throws IOException {
    json.writeArrayFieldStart("availability");
    for (String topic : new String[] {topics.status(), topics.link(pump.id())}) {
      json.writeStartObject();
      json.writeStringField("topic", topic);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeStringField("availability_mode", "all");
  }

  /** Registers without a name of ours are for technicians, and off until somebody wants them. */
  private static void category(JsonGenerator json, LiveReading reading, String kind)
      throws IOException {
    boolean isOurs = !reading.name().startsWith("register:");
    boolean isSetting = reading.group() == MetricGroup.SETTING;
    if (kind.equals("switch") || kind.equals("number")) {
      json.writeStringField("entity_category", "config");
    } else if (!isOurs || isSetting) {
      json.writeStringField("entity_category", "diagnostic");
    }
    if (!isOurs) {
      json.writeBooleanField("enabled_by_default", false);
    }
  }

  private static void limits(JsonGenerator json, Register register) throws IOException {
    if (register.access() instanceof Access.Within(long from, long to)) {
      json.writeNumberField("min", register.decimal(from));
      json.writeNumberField("max", register.decimal(to));
      json.writeNumberField("step", register.scale().abs());
      json.writeStringField("mode", "box");
    }
  }

  private static void guise(JsonGenerator json, Unit unit, boolean isSensor) throws IOException {
    Guise guise = Guise.of(unit);
    field(json, "device_class", guise.deviceClass());
    field(json, "unit_of_measurement", guise.unit());
    if (isSensor) {
      field(json, "state_class", guise.stateClass());
    }
  }

  private static void onOff(JsonGenerator json, String on, String off) throws IOException {
    json.writeStringField("payload_on", on);
    json.writeStringField("payload_off", off);
  }

  private static void field(JsonGenerator json, String name, String value) throws IOException {
    if (!value.isEmpty()) {
      json.writeStringField(name, value);
    }
  }

  @FunctionalInterface
  private interface Part {
    void write(JsonGenerator json) throws IOException;
  }
}
