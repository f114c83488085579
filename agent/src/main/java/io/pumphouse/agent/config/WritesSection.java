package io.pumphouse.agent.config;

import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.RegisterId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code writes:} the registers of one pump that may be written at all; none unless named. */
final class WritesSection {
  static final String KEY = "writes";

  private static final String EXAMPLE = "[room_setpoint, alarm_reset]";

  private final RegisterMap map;
  private final RegisterNames names;
  private final List<Register> writable;

  WritesSection(RegisterMap map) {
    this.map = map;
    this.names = new RegisterNames(map);
    this.writable = map.registers().stream().filter(this::mayStandHere).toList();
  }

  private boolean mayStandHere(Register register) {
    return register.isWritable() && !Withheld.isNeverWritten(map.model(), register.id());
  }

  /** The registers named in the list of this pump, in the order of the file. */
  Set<RegisterId> read(Section pump) {
    Kind<RegisterId> kind =
        new Kind<>(
            "the name of a setting, such as room_setpoint or alarm_reset",
            name -> names.find(name).filter(this::mayStandHere).map(Register::id),
            this::advice);
    return new LinkedHashSet<>(pump.entries(KEY, EXAMPLE, kind));
  }

  private String advice(String name) {
    Optional<Register> found = names.find(name);
    if (found.isEmpty()) {
      return names.nearest(name, writable).orElseGet(this::settings);
    }
    Register register = found.get();
    if (Withheld.isNeverWritten(map.model(), register.id())) {
      return "nothing here; delete it: writing register "
          + register.id()
          + " can harm the pump or the house, so it is never done";
    }
    return register.isSetting()
        ? "a setting whose limits are known; the map of "
            + map.model().id()
            + " has no write_min and write_max for it, a copy in maps/ may"
        : "a register that can be written; the maker only lets " + name + " be read";
  }

  private String settings() {
    List<String> metrics = names.metrics(writable);
    return metrics.isEmpty()
        ? "nothing; " + map.model().id() + " has no register that can be written"
        : Words.either(metrics) + ", or register: and the number of another setting";
  }
}
