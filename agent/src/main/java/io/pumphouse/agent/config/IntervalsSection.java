package io.pumphouse.agent.config;

import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.RegisterId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** {@code intervals:} registers of one pump that are asked for at a pace of their own. */
final class IntervalsSection {
  static final String EXAMPLE = "{outdoor_temp: 1m, \"register:40940\": 30s}";

  private static final Kind<Duration> INTERVAL = Durations.between("1s", "1d", "1m");

  private final RegisterMap map;
  private final RegisterNames names;

  IntervalsSection(RegisterMap map) {
    this.map = map;
    this.names = new RegisterNames(map);
  }

  Map<RegisterId, Duration> read(Section intervals) {
    Map<RegisterId, Duration> read = new LinkedHashMap<>();
    for (String name : intervals.keys()) {
      Duration interval = intervals.optional(name, INTERVAL, Duration.ZERO);
      Optional<RegisterId> register = names.find(name).map(Register::id);
      if (register.isEmpty()) {
        intervals.refuse(name, "a name that " + map.model().id() + " does not have", near(name));
      } else if (read.putIfAbsent(register.get(), interval) != null) {
        intervals.refuse(
            name, "a second name of register " + register.get(), "one interval for each register");
      }
    }
    return read;
  }

  private String near(String name) {
    return names
        .nearest(name)
        .orElse("a metric of its map, such as outdoor_temp, or register: and a number in its map");
  }
}
