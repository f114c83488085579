package io.pumphouse.agent.config;

import io.pumphouse.hal.line.Wiring;
import io.pumphouse.hal.reading.PumpId;
import java.util.HashMap;
import java.util.Map;

/**
 * What the pumps further up in the file have taken: no two have one id, none shares both line and
 * unit, those on one line agree how it is set up, and a line without units has one. Confined to the
 * thread that reads the file.
 */
final class Neighbours {
  private final Map<PumpId, String> ids = new HashMap<>();
  private final Map<String, Holder> lines = new HashMap<>();
  private final Map<Seat, String> seats = new HashMap<>();

  /** Who named a line first, and how. */
  private record Holder(String section, LineConfig line) {}

  /** A place on a line that one pump can have. */
  private record Seat(String line, int unit) {}

  void claim(PumpId id, Section pump) {
    String other = ids.putIfAbsent(id, pump.path());
    if (other != null) {
      pump.refuse("id", "\"" + id + "\", as in " + other, "an id that no other pump has");
    }
  }

  void claim(LineConfig line, Section section) {
    String name = line.wiring().name();
    Holder first = lines.putIfAbsent(name, new Holder(section.path(), line));
    if (first != null) {
      share(line, first, section);
    } else {
      seats.put(new Seat(name, line.unit()), section.path());
    }
  }

  private void share(LineConfig line, Holder first, Section section) {
    String name = line.wiring().name();
    if (!first.line().hasUnits() || !line.hasUnits()) {
      section.refuseAll(
          name + ", as in " + first.section(),
          "a line of its own; only Modbus pumps can share one");
      return;
    }
    if (!first.line().wiring().equals(line.wiring())) {
      section.refuseAll(
          spoken(line.wiring()),
          "the same as " + first.section() + " says of it: " + spoken(first.line().wiring()));
    }
    String other = seats.putIfAbsent(new Seat(name, line.unit()), section.path());
    if (other != null) {
      section.refuseAll(
          name + " with unit " + line.unit() + ", as in " + other,
          "a unit or a line that no other pump has");
    }
  }

  private static String spoken(Wiring wiring) {
    return switch (wiring) {
      case Wiring.Tcp _ -> wiring.name() + " as tcp";
      case Wiring.RtuOverTcp _ -> wiring.name() + " as rtu-over-tcp";
      case Wiring.Http _ -> wiring.name() + " as http";
      case Wiring.Serial serial ->
          "%s with baud %d, parity %s, stop-bits %d%s"
              .formatted(
                  serial.path(),
                  serial.baud(),
                  LineSection.word(serial.parity()),
                  serial.stopBits(),
                  Rs485Section.spoken(serial.rs485()));
    };
  }
}
