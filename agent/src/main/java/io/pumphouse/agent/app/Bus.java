package io.pumphouse.agent.app;

import io.pumphouse.agent.config.PumpConfig;
import io.pumphouse.agent.poll.Assignment;
import io.pumphouse.agent.poll.Latest;
import io.pumphouse.agent.poll.LineBooks;
import io.pumphouse.agent.poll.Place;
import io.pumphouse.hal.h66.H66Pump;
import io.pumphouse.hal.husdata.H1Pump;
import io.pumphouse.hal.line.Line;
import io.pumphouse.hal.line.LineBook;
import io.pumphouse.hal.line.Wiring;
import io.pumphouse.hal.line.WitnessedLine;
import io.pumphouse.hal.modbus.Framing;
import io.pumphouse.hal.modbus.ModbusBus;
import io.pumphouse.hal.modbus.ModbusPump;
import io.pumphouse.hal.modbus.Timing;
import io.pumphouse.hal.pump.HeatPump;
import io.pumphouse.hal.pump.Meter;
import io.pumphouse.hal.pump.MeteredPump;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Sample;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.hal.rego.RegoBus;
import io.pumphouse.hal.rego.RegoPump;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One line and the pumps on it.
 *
 * @param line the wire, which its bus thread opens by asking
 * @param book what happens on it
 * @param pumps the pumps on it, in the order of the configuration
 */
record Bus(Line line, LineBook book, Map<PumpConfig, HeatPump> pumps) implements AutoCloseable {
  private static final Comparator<Duration> LONGEST = Comparator.naturalOrder();

  /** One bus for each place that pumps are wired to. */
  static List<Bus> of(List<PumpConfig> pumps, Map<PumpId, Meter> meters, TimeSource time) {
    return pumps.stream()
        .collect(Collectors.groupingBy(PumpConfig::wiring, LinkedHashMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(place -> of(place.getKey(), place.getValue(), meters, time))
        .toList();
  }

  private static Bus of(
      Wiring wiring, List<PumpConfig> configs, Map<PumpId, Meter> meters, TimeSource time) {
    LineBook book = new LineBook(wiring, time);
    Line line = witnessed(Lines.to(wiring, time), wiring, book);
    Map<PumpConfig, HeatPump> pumps = new LinkedHashMap<>(pumps(line, configs, book, time));
    pumps.replaceAll((config, pump) -> withMeter(config, pump, meters, time));
    return new Bus(line, book, pumps);
  }

  /** Where each question has a connection of its own, opening one is nothing to tell. */
  private static Line witnessed(Line line, Wiring wiring, LineBook book) {
    return switch (wiring) {
      case Wiring.Serial _, Wiring.Tcp _, Wiring.RtuOverTcp _ -> new WitnessedLine(line, book);
      case Wiring.Http _ -> line;
    };
  }

  private static HeatPump withMeter(
      PumpConfig config, HeatPump pump, Map<PumpId, Meter> meters, TimeSource time) {
    return config.map().isOnLine()
        ? pump
        : new MeteredPump(
            pump,
            config.map(),
            meters.getOrDefault(config.id(), registers -> uncounted(registers, time)));
  }

  private static List<Sample> uncounted(Collection<RegisterId> registers, TimeSource time) {
    Fault why = new Fault.LineDown("only the running agent counts the pulses of the meter");
    return registers.stream().<Sample>map(id -> new Invalid(id, time.now(), why)).toList();
  }

  /** The pumps, each as its wire wants to be spoken to. All on one line speak alike. */
  private static Map<PumpConfig, HeatPump> pumps(
      Line line, List<PumpConfig> configs, LineBook book, TimeSource time) {
    PumpConfig first = configs.getFirst();
    return switch (first.wire()) {
      case TCP, RTU, RTU_OVER_TCP -> modbus(line, configs, book, time);
      case REGO -> {
        RegoBus bus = new RegoBus(line, first.answerWithin(), time, book);
        yield Map.of(
            first, new RegoPump(bus, first.map().onLine(), first.map().model().shifting()));
      }
      case HUSDATA_H1 -> Map.of(first, new H1Pump(line, first.map().onLine(), time, book));
      case HUSDATA_H66 ->
          Map.of(first, new H66Pump(line, first.map().onLine(), first.answerWithin(), time, book));
    };
  }

  private static Map<PumpConfig, HeatPump> modbus(
      Line line, List<PumpConfig> configs, LineBook book, TimeSource time) {
    Wiring wiring = configs.getFirst().wiring();
    Timing timing =
        Timing.of(
            wiring,
            configs.stream().map(PumpConfig::answerWithin).max(LONGEST).orElseThrow(),
            configs.stream().map(config -> config.map().model()).toList());
    ModbusBus bus = new ModbusBus(line, Framing.of(wiring), timing, time, book);
    Map<PumpConfig, HeatPump> pumps = new LinkedHashMap<>();
    configs.forEach(
        config ->
            pumps.put(
                config,
                new ModbusPump(bus, config.unit(), config.map().onLine(), config.logSet())));
    return pumps;
  }

  /** Frees the wire; ends a read that is under way. */
  @Override
  public void close() {
    line.close();
  }

  /** The bus and what is asked of each pump on it. */
  Place place() {
    return new Place(
        line.name(), posts().stream().map(Latest.Post::assignment).toList(), this::close);
  }

  /** Each pump as people are told about it. */
  List<Latest.Post> posts() {
    return pumps.entrySet().stream().map(seat -> post(seat.getKey(), seat.getValue())).toList();
  }

  /** Each pump's place in the book of the line. */
  List<LineBooks.Seat> seats() {
    return pumps.keySet().stream()
        .map(config -> new LineBooks.Seat(config.id(), line.name(), unit(config), book))
        .toList();
  }

  private Latest.Post post(PumpConfig config, HeatPump pump) {
    return new Latest.Post(
        Assignment.of(config.id(), pump, config.pollInterval(), config.intervals()),
        line.name(),
        unit(config));
  }

  /** 0 on a line that knows no units. */
  private static int unit(PumpConfig config) {
    return config.wire().hasUnits() ? config.unit() : 0;
  }
}
