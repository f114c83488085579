package io.pumphouse.agent.config;

import io.pumphouse.hal.map.Quirk;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.RegisterId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * {@code log-set:} the ids in the LOG.SET file on the USB stick of a pump behind MODBUS 40, which
 * alone can be asked several at a time. Only as a list: the layout of the file is not published.
 */
final class LogSetSection {
  static final String KEY = "log-set";

  private static final String EXAMPLE = "[40004, 40008, 40012]";

  /** What ModbusManager lets into the file; a 32-bit number counts twice (MODBUS 40 manual). */
  private static final int MOST_REGISTERS = 20;

  private final RegisterMap map;

  LogSetSection(RegisterMap map) {
    this.map = map;
  }

  Set<RegisterId> read(Section pump) {
    if (!map.model().quirks().contains(Quirk.LOG_SET)) {
      if (pump.has(KEY)) {
        pump.refuse(
            KEY, "a list for MODBUS 40", "nothing; " + map.model().id() + " has no LOG.SET");
      }
      return Set.of();
    }
    Kind<Register> kind =
        new Kind<>(
            "the number of a register in the map of " + map.model().id() + ", such as 40004",
            number -> new RegisterNames(map).find("register:" + number));
    List<Register> listed = pump.entries(KEY, EXAMPLE, kind);
    int width = listed.stream().mapToInt(register -> register.type().width()).sum();
    if (width > MOST_REGISTERS) {
      pump.refuse(
          KEY,
          width + " registers, counting 32-bit ones twice",
          "at most " + MOST_REGISTERS + ", as ModbusManager puts into LOG.SET");
    }
    Set<RegisterId> ids = new LinkedHashSet<>();
    listed.forEach(register -> ids.add(register.id()));
    return ids;
  }
}
