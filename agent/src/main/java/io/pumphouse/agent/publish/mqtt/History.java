package io.pumphouse.agent.publish.mqtt;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Missing;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.Sample;
import io.pumphouse.hal.reading.TimeSource;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Stored samples as pages of JSON, each of one pump, each marked whether it comes late. Confined to
 * one thread.
 */
final class History {
  private static final JsonFactory JSON = new JsonFactory();
  private static final int MOST_SAMPLES = 200;
  private static final int MOST_PAGES = 10;

  /** So old a sample is late, whatever the commit interval. */
  private static final Duration LATE = Duration.ofMinutes(15);

  private final Map<PumpId, RegisterMap> pumps;
  private final TimeSource time;
  private final List<Page> pages = new ArrayList<>();
  private List<Entry> open = new ArrayList<>();

  /**
   * @param text JSON
   */
  record Page(PumpId pump, String text) {}

  private record Entry(PumpId pump, Register register, String name, Sample sample, boolean isLate) {
    boolean goesWith(Entry other) {
      return pump.equals(other.pump) && isLate == other.isLate;
    }
  }

  History(Map<PumpId, RegisterMap> pumps, TimeSource time) {
    this.pumps = Map.copyOf(pumps);
    this.time = time;
  }

  /** Adds one; false if the configuration no longer knows what it is. */
  boolean add(PumpId pump, Sample sample) {
    Optional<RegisterMap> map = Optional.ofNullable(pumps.get(pump));
    Optional<Register> register = map.flatMap(it -> it.find(sample.register()));
    if (register.isEmpty()) {
      return false;
    }
    boolean isLate = sample.takenAt().wall().isBefore(time.wall().minus(LATE));
    String name = map.orElseThrow().nameOf(sample.register());
    add(new Entry(pump, register.get(), name, sample, isLate));
    return true;
  }

  private void add(Entry entry) {
    if (!open.isEmpty() && (open.size() >= MOST_SAMPLES || !open.getFirst().goesWith(entry))) {
      turn();
    }
    open.add(entry);
  }

  boolean isFull() {
    return pages.size() >= MOST_PAGES;
  }

  /** All pages, which are forgotten here. */
  List<Page> take() {
    if (!open.isEmpty()) {
      turn();
    }
    List<Page> taken = List.copyOf(pages);
    pages.clear();
    return taken;
  }

  private void turn() {
    pages.add(page(open));
    open = new ArrayList<>();
  }

  private static Page page(List<Entry> entries) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeBooleanField("historic", entries.getFirst().isLate());
      json.writeArrayFieldStart("samples");
      for (Entry entry : entries) {
        write(json, entry);
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible); // it goes to memory
    }
    return new Page(entries.getFirst().pump(), text.toString());
  }

  private static void write(JsonGenerator json, Entry entry) throws IOException {
    json.writeStartObject();
    json.writeStringField("at", entry.sample().takenAt().wall().toString());
    json.writeStringField("metric", entry.name());
    switch (entry.sample()) {
      case Reading reading -> {
        json.writeNumberField("value", entry.register().decimal(reading.raw()));
        if (entry.register().unit().isShown()) {
          json.writeStringField("unit", entry.register().unit().symbol());
        }
      }
      case Missing _ -> nothing(json, "missing");
      case Invalid invalid -> nothing(json, invalid.fault().code());
    }
    json.writeEndObject();
  }

  private static void nothing(JsonGenerator json, String reason) throws IOException {
    json.writeNullField("value");
    json.writeStringField("reason", reason);
  }
}
