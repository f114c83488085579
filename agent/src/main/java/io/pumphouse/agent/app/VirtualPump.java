package io.pumphouse.agent.app;

import io.pumphouse.hal.h66.H66Gateway;
import io.pumphouse.hal.husdata.H1Gateway;
import io.pumphouse.hal.line.Line;
import io.pumphouse.hal.line.SerialLine;
import io.pumphouse.hal.line.TcpDoor;
import io.pumphouse.hal.line.Wiring;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.map.SerialHabit;
import io.pumphouse.hal.map.Wire;
import io.pumphouse.hal.modbus.Framing;
import io.pumphouse.hal.modbus.ModbusSlave;
import io.pumphouse.hal.modbus.RegisterBank;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.hal.rego.Addressing;
import io.pumphouse.hal.rego.RegoError;
import io.pumphouse.hal.rego.RegoSlave;
import io.pumphouse.hal.sim.Drive;
import io.pumphouse.hal.sim.Faults;
import io.pumphouse.hal.sim.FaultyBank;
import io.pumphouse.hal.sim.FaultyLine;
import io.pumphouse.hal.sim.Panel;
import io.pumphouse.hal.sim.SimulatedPump;
import io.pumphouse.hal.sim.VirtualHeatPump;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/** A virtual heat pump put on a real line: what {@code simulate} and {@code demo} start. */
public final class VirtualPump {
  private static final long SEED = 1255;
  private static final int UNIT = 1;
  private static final int CLIENTS = 8;

  /** In the error log of a Rego, which counts from 0; 14 on its display. */
  private static final int LOW_PRESSURE = 13;

  private static final Duration LATE = Duration.ofSeconds(1);

  private final RegisterMap map;
  private final TimeSource time;
  private final RegisterBank bank;
  private final Faults faults;
  private final List<RegoError> log;

  /**
   * A pump that is on no line yet, two days at work.
   *
   * @param map the model it answers as
   * @param speed simulated seconds per second
   * @param faults what is wrong with its line
   */
  public VirtualPump(RegisterMap map, double speed, Faults faults, TimeSource time) {
    this(map, VirtualHeatPump.atWork(SEED, drive(map), time.wall(), faults), speed, faults, time);
  }

  /** A pump that goes on from where somebody else let it live to. */
  VirtualPump(RegisterMap map, VirtualHeatPump pump, double speed, Faults faults, TimeSource time) {
    this.map = map;
    this.time = time;
    this.faults = faults;
    this.log = pump.alarmedAt().map(VirtualPump::lowPressure).stream().toList();
    this.bank = new FaultyBank(new SimulatedPump(new Panel(map, pump), time, speed), faults);
  }

  /** The machine inside, as this model has it, two days at work at this time. */
  static VirtualHeatPump machine(RegisterMap map, Instant at) {
    return VirtualHeatPump.atWork(SEED, drive(map), at);
  }

  private static Drive drive(RegisterMap map) {
    return map.model().wires().contains(Wire.REGO) ? Drive.ON_OFF : Drive.INVERTER;
  }

  /**
   * A door for clients; not open yet.
   *
   * @param wire what is spoken behind it; one the model has
   */
  public TcpDoor door(String host, int port, Wire wire) throws IOException {
    return new TcpDoor(host, port, CLIENTS, line -> serve(line, wire));
  }

  /** A serial port to answer on; not open yet. */
  public SerialLine port(String path, SerialHabit settings) {
    return new SerialLine(
        new Wiring.Serial(path, settings.baud(), settings.parity(), settings.stopBits()), time);
  }

  /** Answers on this line until it breaks; returns why it did. */
  public Line.Broken serve(Line line, Wire wire) {
    Line faulty = new FaultyLine(line, faults, time, map.model().answerWithin().plus(LATE));
    return switch (wire) {
      case TCP -> new ModbusSlave(faulty, Framing.TCP, UNIT, bank).serve();
      case RTU, RTU_OVER_TCP -> new ModbusSlave(faulty, Framing.RTU, UNIT, bank).serve();
      case REGO -> new RegoSlave(faulty, bank, addressing(), log).serve();
      case HUSDATA_H1 -> new H1Gateway(faulty, map, bank, time).serve();
      case HUSDATA_H66 -> new H66Gateway(faulty, map, bank).serve();
    };
  }

  /** By the pump's own clock, which somebody once set to the time on the wall. */
  private static RegoError lowPressure(Instant at) {
    return new RegoError(LOW_PRESSURE, LocalDateTime.ofInstant(at, ZoneId.systemDefault()));
  }

  private Addressing addressing() {
    return new Addressing(map.model().shifting(), map.model().offsets().getFirst());
  }
}
