package io.pumphouse.web.live;

import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Missing;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.Sample;
import io.pumphouse.web.model.LiveReading;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What clients were told last, so that only what changed is told again. Confined to one thread. */
final class Told {
  private final Map<Key, Object> contents = new HashMap<>();

  private record Key(PumpId pump, String reading) {}

  /** Takes note of what a pump says now; returns what in it is news. */
  List<LiveReading> news(PumpId pump, List<LiveReading> readings) {
    return readings.stream().filter(reading -> isNews(pump, reading)).toList();
  }

  void forget() {
    contents.clear();
  }

  private boolean isNews(PumpId pump, LiveReading reading) {
    Object content = content(reading.sample());
    return !content.equals(contents.put(new Key(pump, reading.name()), content));
  }

  /** What a sample says, apart from when. */
  private static Object content(Sample sample) {
    return switch (sample) {
      case Reading value -> value.raw();
      case Missing _ -> Missing.class;
      case Invalid invalid -> invalid.fault();
    };
  }
}
