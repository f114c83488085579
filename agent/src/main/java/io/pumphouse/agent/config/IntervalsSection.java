package io.pumphouse.agent.config;

import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.RegisterId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code intervals:} registers of one pump that are asked for at a pace of their own. */
final class IntervalsSection {
  static final String EXAMPLE = "{outdoor_temp: 1m, \"register:40940\": 30s}";

  private static final String REGISTER = "register:";
  private static final Kind<Duration> INTERVAL = Durations.between("1s", "1d", "1m");

  private final RegisterMap map;

  IntervalsSection(RegisterMap map) {
    this.map = map;
  }

  Map<RegisterId, Duration> read(Section intervals) {
    Map<RegisterId, Duration> read = new LinkedHashMap<>();
    for (String name : intervals.keys()) {
      Duration interval = intervals.optional(name, INTERVAL, Duration.ZERO);
      Optional<RegisterId> register = find(name);
      if (register.isEmpty()) {
        intervals.refuse(name, "a name that " + map.model().id() + " does not have", near(name));
      } else if (read.putIfAbsent(register.get(), interval) != null) {
        intervals.refuse(
            name, "a second name of register " + register.get(), "one interval for each register");
      }
    }
    return read;
  }

  private Optional<RegisterId> find(String name) {
    return name.startsWith(REGISTER)
        ? row(name.substring(REGISTER.length())).map(Register::id)
        : Metric.of(name).flatMap(map::find).map(Register::id);
  }

  private Optional<Register> row(String number) {
    return number.isBlank() ? Optional.empty() : map.find(new RegisterId(number));
  }

  private String near(String name) {
    return row(name)
        .map(row -> REGISTER + row.id())
        .or(() -> Words.nearest(name, names()))
        .orElse("a metric of its map, such as outdoor_temp, or register: and a number in its map");
  }

  private List<String> names() {
    return Stream.concat(
            map.metrics().keySet().stream().map(Metric::key),
            map.registers().stream().map(register -> REGISTER + register.id()))
        .toList();
  }
}
