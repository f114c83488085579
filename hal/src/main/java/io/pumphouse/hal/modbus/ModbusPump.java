package io.pumphouse.hal.modbus;

import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.pump.HeatPump;
import io.pumphouse.hal.pump.Link;
import io.pumphouse.hal.pump.PlannedRead;
import io.pumphouse.hal.pump.Written;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Sample;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A heat pump that speaks Modbus. Confined to the thread that owns its bus.
 *
 * <p>When the pump refuses a block because of one register, the register is found within the same
 * read, its neighbours keep their values, and from then on it is asked for alone.
 */
public final class ModbusPump implements HeatPump {
  private final ModbusBus bus;
  private final int unit;
  private final RegisterMap map;
  private final ReadPlan plan;
  private final Cuts cuts = new Cuts();
  private Link link = new Link.Untried();

  /**
   * A pump that has not been asked yet.
   *
   * @param bus the line, which it may share with other units
   * @param unit its number there
   * @param map what its model has
   */
  public ModbusPump(ModbusBus bus, int unit, RegisterMap map) {
    this.bus = bus;
    this.unit = unit;
    this.map = map;
    this.plan = new ReadPlan(map);
  }

  @Override
  public RegisterMap map() {
    return map;
  }

  @Override
  public List<PlannedRead> plan(Collection<RegisterId> registers) {
    return plan.blocks(registers.stream().map(this::register).toList(), cuts).stream()
        .map(
            block ->
                new PlannedRead(
                    block.registers().stream().map(Register::id).toList(),
                    block.toString(),
                    Duration.ZERO))
        .toList();
  }

  @Override
  public Written write(RegisterId register, long raw) {
    throw new UnsupportedOperationException("writing comes with its own commit");
  }

  @Override
  public List<Sample> read(Collection<RegisterId> registers) {
    if (registers.isEmpty()) {
      return List.of();
    }
    List<Register> asked = registers.stream().map(this::register).toList();
    ReadRound round = new ReadRound(bus, unit, map.model().wordOrder(), cuts);
    round.ask(plan.blocks(asked, cuts));
    link = round.link();
    Map<RegisterId, Sample> samples = round.samples();
    return registers.stream().map(id -> Objects.requireNonNull(samples.get(id))).toList();
  }

  private Register register(RegisterId id) {
    return map.find(id)
        .orElseThrow(
            () -> new IllegalArgumentException(map.model().id() + " has no register " + id));
  }

  @Override
  public Link link() {
    return link;
  }
}
