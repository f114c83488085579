package io.pumphouse.hal.modbus;

import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.map.WordOrder;
import io.pumphouse.hal.modbus.OffsetProbe.NotFound;
import io.pumphouse.hal.modbus.Probe.Proven;
import io.pumphouse.hal.modbus.Probe.Unproven;
import io.pumphouse.hal.pump.HeatPump;
import io.pumphouse.hal.pump.Link;
import io.pumphouse.hal.pump.PlannedRead;
import io.pumphouse.hal.pump.Written;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Sample;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A heat pump that speaks Modbus. Confined to the thread that owns its bus.
 *
 * <p>When the pump refuses a block because of one register, halves of it are asked for until the
 * register is found; its neighbours keep their values, and from then on it is asked for alone until
 * it answers.
 */
public final class ModbusPump implements HeatPump {
  private final ModbusBus bus;
  private final int unit;
  private final RegisterMap map;
  private final Cuts cuts = new Cuts();
  private final Plans plans;
  private final Plans unlisted;
  private final Probe probe;
  private Link link = new Link.Untried();

  /** A pump that has not been asked yet, and has no LOG.SET. */
  public ModbusPump(ModbusBus bus, int unit, RegisterMap map) {
    this(bus, unit, map, Set.of());
  }

  /**
   * A pump that has not been asked yet.
   *
   * @param bus the line, which it may share with other units
   * @param unit its number there
   * @param map what its model has
   * @param listed the registers in its LOG.SET, if it is one that has such a list ({@link
   *     io.pumphouse.hal.map.Quirk#LOG_SET}): all others are asked one by one
   */
  public ModbusPump(ModbusBus bus, int unit, RegisterMap map, Set<RegisterId> listed) {
    this.bus = bus;
    this.unit = unit;
    this.map = map;
    this.plans = new Plans(new ReadPlan(map, listed), cuts, this::register);
    this.unlisted = new Plans(new ReadPlan(map, Set.of()), cuts, this::register);
    this.probe = new Probe(bus, unit, map, !listed.isEmpty());
  }

  @Override
  public RegisterMap map() {
    return map;
  }

  @Override
  public List<PlannedRead> plan(Collection<RegisterId> registers) {
    return plans().reads(registers, bus.cost(unit));
  }

  @Override
  public void leaveAlone(RegisterId register) {
    cuts.around(register(register));
  }

  /** That of the accessory that speaks Modbus for the pump, where it says so. */
  @Override
  public String firmware() {
    return probe.nameplate().version();
  }

  @Override
  public Optional<WordOrder> wordOrder() {
    return probe.order();
  }

  private Plans plans() {
    return probe.ignoresLogSet() ? unlisted : plans;
  }

  @Override
  public Written write(RegisterId register, long raw) {
    Written written = written(register(register), raw);
    probe.afterWriting(register);
    return written;
  }

  private Written written(Register row, long raw) {
    return switch (probe.find(() -> isWide(row.id()))) {
      case Proven(Dialect dialect) when dialect.knows(row) ->
          new WriteRound(bus, unit, map, dialect).write(row, raw);
      case Proven _ ->
          new Written.NotSent(OrderProbe.NOT_PROVEN, "look at menu 5.3.11 of the pump", bus.now());
      case Unproven(NotFound(_, Link why, Moment at)) ->
          new Written.NotSent(why.cause(), why.next(), at);
    };
  }

  @Override
  public List<Sample> read(Collection<RegisterId> registers) {
    return asked(registers, dialect -> untilAllIsKnown(registers, dialect));
  }

  @Override
  public List<Sample> ask(Collection<RegisterId> planned) {
    return asked(
        planned,
        dialect ->
            plans()
                .planned(planned)
                .map(block -> once(List.of(block), dialect))
                .orElseGet(() -> inOrder(planned, once(blocks(planned), dialect))));
  }

  private List<Sample> once(List<Block> blocks, Dialect dialect) {
    ReadRound round = new ReadRound(bus, unit, dialect, cuts);
    round.ask(blocks);
    link = round.link();
    return round.samples();
  }

  private List<Sample> asked(
      Collection<RegisterId> registers, Function<Dialect, List<Sample>> asking) {
    if (registers.isEmpty()) {
      return List.of();
    }
    List<Sample> samples =
        switch (probe.find(() -> registers.stream().anyMatch(this::isWide))) {
          case Proven(Dialect dialect) -> asking.apply(dialect);
          case Unproven(NotFound why) -> nothingBelieved(registers, why);
        };
    probe.after(link);
    return samples;
  }

  private boolean isWide(RegisterId id) {
    return register(id).type().width() > 1;
  }

  private List<Sample> nothingBelieved(Collection<RegisterId> registers, NotFound why) {
    link = why.link();
    return registers.stream().map(id -> (Sample) new Invalid(id, why.at(), why.fault())).toList();
  }

  /** What was refused together comes in smaller blocks, so it comes to an end. */
  private List<Sample> untilAllIsKnown(Collection<RegisterId> registers, Dialect dialect) {
    ReadRound round = new ReadRound(bus, unit, dialect, cuts);
    Set<RegisterId> open = new LinkedHashSet<>(registers);
    while (!open.isEmpty()) {
      round.ask(blocks(open));
      round.samples().forEach(sample -> open.remove(sample.register()));
    }
    link = round.link();
    return inOrder(registers, round.samples());
  }

  private List<Block> blocks(Collection<RegisterId> registers) {
    return plans().blocks(registers, bus.cost(unit));
  }

  private static List<Sample> inOrder(Collection<RegisterId> asked, List<Sample> samples) {
    Map<RegisterId, Sample> byRegister = new HashMap<>();
    samples.forEach(sample -> byRegister.put(sample.register(), sample));
    return asked.stream().filter(byRegister::containsKey).map(byRegister::get).toList();
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
