package io.pumphouse.hal.pump;

import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.map.WordOrder;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Sample;
import io.pumphouse.hal.reading.Space;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A pump beside whose line something is measured: the meter's registers are asked of the meter, all
 * others of the pump. Confined as the pump is.
 */
public final class MeteredPump implements HeatPump {
  private final HeatPump pump;
  private final RegisterMap map;
  private final Meter meter;
  private final Set<RegisterId> beside;

  /**
   * A pump with a meter.
   *
   * @param pump knows nothing of the meter
   * @param map what the pump has, and in {@link Space#BOARD} what the meter shows
   */
  public MeteredPump(HeatPump pump, RegisterMap map, Meter meter) {
    this.pump = pump;
    this.map = map;
    this.meter = meter;
    this.beside =
        map.registers().stream()
            .filter(register -> register.space() == Space.BOARD)
            .map(Register::id)
            .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public RegisterMap map() {
    return map;
  }

  @Override
  public Set<RegisterId> beside() {
    return beside;
  }

  @Override
  public String firmware() {
    return pump.firmware();
  }

  @Override
  public Optional<WordOrder> wordOrder() {
    return pump.wordOrder();
  }

  /** The meter first: whoever gives up on the line has it already. */
  @Override
  public List<PlannedRead> plan(Collection<RegisterId> registers) {
    List<RegisterId> metered = registers.stream().filter(beside::contains).toList();
    List<PlannedRead> reads = new ArrayList<>();
    if (!metered.isEmpty()) {
      reads.add(new PlannedRead(metered, Space.BOARD.word(), Duration.ZERO));
    }
    reads.addAll(pump.plan(onLine(registers)));
    return reads;
  }

  private List<RegisterId> onLine(Collection<RegisterId> registers) {
    return registers.stream().filter(id -> !beside.contains(id)).toList();
  }

  @Override
  public List<Sample> read(Collection<RegisterId> registers) {
    List<RegisterId> onLine = onLine(registers);
    Map<RegisterId, Sample> samples = new HashMap<>();
    if (!onLine.isEmpty()) {
      pump.read(onLine).forEach(sample -> samples.put(sample.register(), sample));
    }
    meter
        .read(registers.stream().filter(beside::contains).toList())
        .forEach(sample -> samples.put(sample.register(), sample));
    return registers.stream().map(id -> Objects.requireNonNull(samples.get(id))).toList();
  }

  @Override
  public List<Sample> ask(Collection<RegisterId> planned) {
    return beside.containsAll(planned) ? meter.read(planned) : pump.ask(planned);
  }

  @Override
  public AlarmLog alarmLog() {
    return pump.alarmLog();
  }

  @Override
  public List<PlannedRead> planAlarmLog() {
    return pump.planAlarmLog();
  }

  @Override
  public void leaveAlone(RegisterId register) {
    pump.leaveAlone(register);
  }

  @Override
  public Written write(RegisterId register, long raw) {
    return pump.write(register, raw);
  }

  @Override
  public Link link() {
    return pump.link();
  }
}
