package io.pumphouse.agent.app;

import io.pumphouse.agent.config.PumpConfig;
import io.pumphouse.agent.poll.Assignment;
import io.pumphouse.agent.poll.Latest;
import io.pumphouse.hal.line.Line;
import io.pumphouse.hal.line.SerialLine;
import io.pumphouse.hal.line.TcpLine;
import io.pumphouse.hal.line.Wiring;
import io.pumphouse.hal.modbus.Framing;
import io.pumphouse.hal.modbus.ModbusBus;
import io.pumphouse.hal.modbus.ModbusPump;
import io.pumphouse.hal.modbus.Timing;
import io.pumphouse.hal.pump.HeatPump;
import io.pumphouse.hal.reading.TimeSource;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One line and the pumps on it.
 *
 * @param line what a technician calls it
 * @param modbus the bus
 * @param pumps the pumps on it, in the order of the configuration
 */
record Bus(String line, ModbusBus modbus, Map<PumpConfig, HeatPump> pumps) {
  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(3);

  /** One bus for each place that pumps are wired to. */
  static List<Bus> of(List<PumpConfig> pumps, TimeSource time) {
    return pumps.stream()
        .collect(Collectors.groupingBy(PumpConfig::wiring, LinkedHashMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(place -> of(place.getKey(), place.getValue(), time))
        .toList();
  }

  /** What is asked of each pump. */
  List<Assignment> assignments() {
    return posts().stream().map(Latest.Post::assignment).toList();
  }

  /** Each pump as people are told about it. */
  List<Latest.Post> posts() {
    return pumps.entrySet().stream().map(seat -> post(seat.getKey(), seat.getValue())).toList();
  }

  private Latest.Post post(PumpConfig config, HeatPump pump) {
    return new Latest.Post(
        Assignment.of(config.id(), pump, config.pollInterval(), config.intervals()),
        line,
        config.unit());
  }

  private static Bus of(Wiring wiring, List<PumpConfig> pumps, TimeSource time) {
    Timing timing =
        Timing.of(
            wiring,
            longest(pumps, PumpConfig::answerWithin),
            longest(pumps, pump -> pump.map().model().pause()));
    ModbusBus bus = new ModbusBus(line(wiring, time), Framing.of(wiring), timing, time);
    Map<PumpConfig, HeatPump> seats = new LinkedHashMap<>();
    pumps.forEach(pump -> seats.put(pump, new ModbusPump(bus, pump.unit(), pump.map())));
    return new Bus(wiring.name(), bus, seats);
  }

  private static Duration longest(List<PumpConfig> pumps, Function<PumpConfig, Duration> what) {
    return pumps.stream().map(what).max(Comparator.naturalOrder()).orElseThrow();
  }

  private static Line line(Wiring wiring, TimeSource time) {
    return switch (wiring) {
      case Wiring.Serial serial -> new SerialLine(serial, time);
      case Wiring.Tcp(var host, var port) -> new TcpLine(host, port, CONNECT_WITHIN);
      case Wiring.RtuOverTcp(var host, var port) -> new TcpLine(host, port, CONNECT_WITHIN);
    };
  }
}
