package io.pumphouse.agent.app;

import io.pumphouse.hal.line.Line;
import io.pumphouse.hal.line.SerialLine;
import io.pumphouse.hal.line.TcpDoor;
import io.pumphouse.hal.line.Wiring;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.modbus.Framing;
import io.pumphouse.hal.modbus.ModbusSlave;
import io.pumphouse.hal.modbus.RegisterBank;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.hal.sim.Drive;
import io.pumphouse.hal.sim.Faults;
import io.pumphouse.hal.sim.FaultyBank;
import io.pumphouse.hal.sim.FaultyLine;
import io.pumphouse.hal.sim.Panel;
import io.pumphouse.hal.sim.SimulatedPump;
import io.pumphouse.hal.sim.VirtualHeatPump;
import java.io.IOException;
import java.time.Duration;

/** A virtual heat pump put on a real line: what {@code simulate} and {@code demo} start. */
public final class VirtualPump {
  private static final long SEED = 1255;
  private static final int UNIT = 1;
  private static final int CLIENTS = 8;
  private static final Duration LATE_BY = Duration.ofSeconds(3);

  private final TimeSource time;
  private final RegisterBank bank;
  private final Faults faults;

  /**
   * A pump that is on no line yet.
   *
   * @param map the model it answers as
   * @param speed simulated seconds per second
   * @param faults what is wrong with its line
   */
  public VirtualPump(RegisterMap map, double speed, Faults faults, TimeSource time) {
    this.time = time;
    this.faults = faults;
    VirtualHeatPump pump = VirtualHeatPump.atWork(SEED, Drive.INVERTER, time.wall());
    this.bank = new FaultyBank(new SimulatedPump(new Panel(map, pump), time, speed), faults);
  }

  /** A door for Modbus clients; not open yet. */
  public TcpDoor door(String host, int port, Framing framing) throws IOException {
    return new TcpDoor(host, port, CLIENTS, line -> serve(line, framing));
  }

  /** Answers on a serial port until it breaks; returns why it did. */
  public Line.Broken serve(Wiring.Serial port) {
    return serve(new SerialLine(port, time), Framing.RTU);
  }

  private Line.Broken serve(Line line, Framing framing) {
    return new ModbusSlave(new FaultyLine(line, faults, time, LATE_BY), framing, UNIT, bank)
        .serve();
  }
}
