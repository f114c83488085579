package io.pumphouse.hal.map;

import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Space;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything one model has: its registers, and which of them carry the brand-neutral metrics.
 * Immutable.
 */
public final class RegisterMap {
  private static final String REGISTER = "register:";
  private static final Set<Metric> ALARM_CODES = Set.of(Metric.ALARM_CODE, Metric.ALARM_LAST_CODE);

  private final Model model;
  private final Map<RegisterId, Register> registers;
  private final Map<Metric, RegisterId> byMetric;
  private final Map<RegisterId, Metric> byRegister;
  private final AlarmTable alarms;
  private final Map<Metric, Map<Long, String>> values;

  /** A map of these rows, of a model about whose alarms nothing is known. */
  public RegisterMap(Model model, List<Register> registers, Map<Metric, RegisterId> metrics) {
    this(model, registers, metrics, AlarmTable.EMPTY);
  }

  /**
   * A map of these rows.
   *
   * @param model what is true of the whole model
   * @param registers the rows, in the order of the file
   * @param metrics which register carries which metric
   * @param alarms what its alarms mean; bits of registers it does not have are left out
   */
  public RegisterMap(
      Model model, List<Register> registers, Map<Metric, RegisterId> metrics, AlarmTable alarms) {
    this(model, registers, metrics, alarms, Map.of());
  }

  RegisterMap(
      Model model,
      List<Register> registers,
      Map<Metric, RegisterId> metrics,
      AlarmTable alarms,
      Map<Metric, Map<Long, String>> values) {
    this.model = model;
    Map<RegisterId, Register> rows = new LinkedHashMap<>();
    registers.forEach(register -> rows.put(register.id(), register));
    this.registers = Collections.unmodifiableMap(rows);
    Map<Metric, RegisterId> bound = new EnumMap<>(Metric.class);
    bound.putAll(metrics);
    this.byMetric = Collections.unmodifiableMap(bound);
    Map<RegisterId, Metric> inverse = new LinkedHashMap<>();
    metrics.forEach((metric, register) -> inverse.put(register, metric));
    this.byRegister = Collections.unmodifiableMap(inverse);
    this.alarms = alarms.among(this.registers.keySet());
    this.values = Map.copyOf(values);
  }

  public Model model() {
    return model;
  }

  /** The same, and what is measured beside the line, by the metrics it carries. */
  public RegisterMap with(Map<Metric, Register> more) {
    List<Register> all = new ArrayList<>(registers.values());
    all.addAll(more.values());
    Map<Metric, RegisterId> metrics = new EnumMap<>(Metric.class);
    metrics.putAll(byMetric);
    more.forEach((metric, register) -> metrics.put(metric, register.id()));
    return new RegisterMap(model, all, metrics, alarms, values);
  }

  /** Whether every register is asked over the line. */
  public boolean isOnLine() {
    return registers.values().stream().allMatch(RegisterMap::isOnLine);
  }

  /** What is asked over the line. */
  public RegisterMap onLine() {
    if (isOnLine()) {
      return this;
    }
    List<Register> asked = registers.values().stream().filter(RegisterMap::isOnLine).toList();
    Map<Metric, RegisterId> metrics = new EnumMap<>(Metric.class);
    metrics.putAll(byMetric);
    metrics.values().retainAll(asked.stream().map(Register::id).toList());
    return new RegisterMap(model, asked, metrics, alarms, values);
  }

  private static boolean isOnLine(Register register) {
    return register.space() != Space.BOARD;
  }

  /** All registers, in the order of the map file. */
  public List<Register> registers() {
    return List.copyOf(registers.values());
  }

  /** Which register carries which metric. */
  public Map<Metric, RegisterId> metrics() {
    return byMetric;
  }

  public Optional<Register> find(RegisterId id) {
    return Optional.ofNullable(registers.get(id));
  }

  public Optional<Register> find(Metric metric) {
    return Optional.ofNullable(byMetric.get(metric)).map(registers::get);
  }

  /** What its alarm codes and alarm bits mean; empty if nothing is known about them. */
  public AlarmTable alarms() {
    return alarms;
  }

  /** What a number in this register stands for, in words; empty if it speaks for itself. */
  public String meaningOf(RegisterId id, long raw) {
    return find(id)
        .flatMap(
            register ->
                metricOf(id).map(metric -> meaning(metric, register.decimal(raw).longValue())))
        .orElse("");
  }

  /** By the number as a person sees it: a code may come scaled, 210 steps of 0.1 for alarm 21. */
  private String meaning(Metric metric, long number) {
    if (ALARM_CODES.contains(metric)) {
      return number == 0 ? "" : alarms.named((int) number).text();
    }
    return values.getOrDefault(metric, Map.of()).getOrDefault(number, "");
  }

  /** The metric that this register carries, if any. */
  public Optional<Metric> metricOf(RegisterId id) {
    return Optional.ofNullable(byRegister.get(id));
  }

  /** The public name of a register: its metric's key, or {@code register:30002}. */
  public String nameOf(RegisterId id) {
    return metricOf(id).map(Metric::key).orElse(REGISTER + id);
  }

  /**
   * The register that somebody means who typed this: a metric's key, {@code register:30002} or just
   * {@code 30002}. Takes any text.
   */
  public Optional<Register> named(String name) {
    String id = name.startsWith(REGISTER) ? name.substring(REGISTER.length()) : name;
    return Metric.of(name)
        .flatMap(this::find)
        .or(() -> id.isBlank() ? Optional.empty() : find(new RegisterId(id)));
  }
}
