package io.pumphouse.hal.map;

import io.pumphouse.hal.reading.RegisterId;
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

  /** What it means that this register is 1. */
  public Optional<Alarm> byBit(RegisterId register) {
    return Optional.ofNullable(byBit.get(register));
  }

  /** The alarms that have a register of their own, each with its id for {@code code}. */
  public List<Alarm> bits() {
    return List.copyOf(byBit.values());
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
