package io.pumphouse.agent.command;

import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.modbus.Words;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Missing;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.Sample;
import java.util.List;
import java.util.Locale;

/** The words that a pump sent for a register, as far as the sample tells them. Pure. */
final class WireWords {
  private WireWords() {}

  /** Four hexadecimal digits each, in the order of the wire; empty where they are not known. */
  static List<String> of(RegisterMap map, Register register, Sample sample) {
    return switch (sample) {
      case Reading(var _, var _, long raw) -> hex(map, register, raw);
      case Invalid(var _, var _, Fault.Implausible(long raw)) -> hex(map, register, raw);
      case Missing _, Invalid _ -> List.of();
    };
  }

  private static List<String> hex(RegisterMap map, Register register, long raw) {
    return Words.said(map.model(), register, raw).stream()
        .map(word -> String.format(Locale.ROOT, "%04X", word))
        .toList();
  }
}
