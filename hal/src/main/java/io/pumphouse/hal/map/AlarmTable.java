package io.pumphouse.hal.map;

import io.pumphouse.hal.reading.Alarm;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Severity;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a model's alarm codes and alarm bits mean. Codes are those on the pump's display: a Rego
 * counts from 0 on the wire and from 1 on its display, and it is for its protocol to add the one.
 * Whether an alarm is active now, or only was the last one, is said by the register that the code
 * came from, not by this table. Immutable.
 */
public final class AlarmTable {
  /** The table of a model about whose alarms nothing is known. */
  public static final AlarmTable EMPTY = new AlarmTable(Map.of(), Map.of());

  private final Map<Integer, Alarm> byCode;
  private final Map<RegisterId, Alarm> byBit;

  AlarmTable(Map<Integer, Alarm> byCode, Map<RegisterId, Alarm> byBit) {
    this.byCode = Collections.unmodifiableMap(new LinkedHashMap<>(byCode));
    this.byBit = Collections.unmodifiableMap(new LinkedHashMap<>(byBit));
  }

  /** What this code on the display means. 0, which is no alarm, is in no table. */
  public Optional<Alarm> byCode(int code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /** The alarm with this code, as far as it can be told: also a code that no list has. */
  public Alarm named(int code) {
    return byCode(code)
        .orElseGet(() -> new Alarm(String.valueOf(code), "", Severity.UNKNOWN, unlisted(), ""));
  }

  private String unlisted() {
    return byCode.isEmpty() ? "no list of its codes is known" : "not in the maker's list";
  }

  /** What it means that this register is 1. */
  public Optional<Alarm> byBit(RegisterId register) {
    return Optional.ofNullable(byBit.get(register));
  }

  /** The alarms that have a register of their own, which is 1 while they last. */
  public Map<RegisterId, Alarm> bits() {
    return byBit;
  }

  /** The alarms that are codes, in the order of the table. */
  public List<Alarm> codes() {
    return List.copyOf(byCode.values());
  }

  /** Without the bits of registers that a model does not have. */
  AlarmTable among(Collection<RegisterId> registers) {
    Map<RegisterId, Alarm> kept = new LinkedHashMap<>(byBit);
    kept.keySet().retainAll(registers);
    return new AlarmTable(byCode, kept);
  }
}
