package io.pumphouse.hal.husdata;

import io.pumphouse.hal.husdata.Conversation.Heard;
import io.pumphouse.hal.husdata.Conversation.Unheard;
import io.pumphouse.hal.line.Line;
import io.pumphouse.hal.line.Line.Broken;
import io.pumphouse.hal.line.Witness;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.pump.HeatPump;
import io.pumphouse.hal.pump.Link;
import io.pumphouse.hal.pump.PlannedRead;
import io.pumphouse.hal.pump.Written;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Sample;
import io.pumphouse.hal.reading.TimeSource;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A heat pump behind a Husdata H1 gateway. Confined to the thread that owns its line.
 *
 * <p>The gateway cannot be asked for one register. It tells everything it knows when told to
 * ({@code XR}) and afterwards what changes. Every read asks for everything: a full update of sixty
 * registers takes a second and a half, and the gateway answers from memory, so asking does not
 * disturb the pump. A number therefore is never older than the read that returns it, and a register
 * that the update left out is {@link Fault.Unmentioned}. The map's {@code pause} keeps updates
 * apart.
 *
 * <p>{@link Spelling} says which damage is told although the lines have no checksum.
 */
public final class H1Pump implements HeatPump {
  /** Weight of the past in the mean of what an update costs. */
  private static final int MEMORY = 8;

  private final String line;
  private final RegisterMap map;
  private final TimeSource time;
  private final Tempo tempo;
  private final Exchange exchange;
  private final Conversation conversation;
  private Link link = new Link.Untried();
  private Duration cost;

  /**
   * A pump that has not been asked yet.
   *
   * @param line the gateway's port, 19200 baud 8N1; the first read opens it
   * @param map what its model has, ids as addresses of the gateway's space
   * @param witness hears of every command and its answer, as unit 0
   */
  public H1Pump(Line line, RegisterMap map, TimeSource time, Witness witness) {
    this(line, map, time, witness, Tempo.of(map));
  }

  /** A gateway that takes another time over things than theirs do. */
  H1Pump(Line line, RegisterMap map, TimeSource time, Witness witness, Tempo tempo) {
    this.line = line.name();
    this.map = map;
    this.time = time;
    this.tempo = tempo;
    this.exchange = new Exchange(line, tempo, time, witness);
    this.conversation = new Conversation(exchange, time);
    this.cost = tempo.reckoned();
  }

  @Override
  public RegisterMap map() {
    return map;
  }

  /**
   * One request, whatever is asked: the gateway tells all or nothing. Reckoned with the longest
   * time it may take until it has answered, and with the time it took from then on.
   */
  @Override
  public List<PlannedRead> plan(Collection<RegisterId> registers) {
    registers.forEach(this::register);
    return registers.isEmpty()
        ? List.of()
        : List.of(new PlannedRead(List.copyOf(registers), "everything (XR)", cost));
  }

  @Override
  public List<Sample> read(Collection<RegisterId> registers) {
    List<Register> asked = registers.stream().map(this::register).toList();
    if (asked.isEmpty()) {
      return List.of();
    }
    Moment began = time.now();
    return switch (conversation.listen()) {
      case Unheard(Broken(String cause, String next)) -> {
        link = new Link.Down(cause, next);
        yield invalid(asked, new Fault.LineDown(cause));
      }
      case Heard(Update before, Update last) -> {
        Fault fault = fault(last.doubtful(before), began);
        Map<Integer, Update.Value> believed = last.believed(before);
        link = link(believed, fault);
        if (link instanceof Link.Up) {
          learn(began.ageAt(time.now()).plus(tempo.pause()));
        }
        yield samples(asked, believed, fault);
      }
    };
  }

  /** A round in which labels had to be switched on first counts for little. */
  private void learn(Duration latest) {
    cost =
        cost.equals(tempo.reckoned())
            ? latest
            : cost.multipliedBy(MEMORY - 1).plus(latest).dividedBy(MEMORY);
  }

  /** Why a register is not among what is believed. */
  private Fault fault(int doubtful, Moment began) {
    return doubtful == 0
        ? new Fault.NoAnswer(began.ageAt(time.now()))
        : new Fault.Garbled("lines damaged, or not said the same twice: " + doubtful);
  }

  private List<Sample> samples(
      List<Register> asked, Map<Integer, Update.Value> believed, Fault fault) {
    Moment now = time.now();
    return asked.stream()
        .map(
            register ->
                Optional.ofNullable(believed.get(register.address()))
                    .map(value -> register.judge(value.raw(), value.at()))
                    .orElseGet(
                        () ->
                            new Invalid(
                                register.id(),
                                now,
                                believed.isEmpty() ? fault : leftOut(register, fault))))
        .toList();
  }

  /** Where all that was told was believed, what is missing was not told. */
  private static Fault leftOut(Register register, Fault fault) {
    return fault instanceof Fault.NoAnswer ? new Fault.Unmentioned(register.id().name()) : fault;
  }

  private Link link(Map<Integer, Update.Value> believed, Fault fault) {
    if (map.registers().stream().anyMatch(each -> believed.containsKey(each.address()))) {
      return new Link.Up();
    }
    return believed.isEmpty()
        ? new Link.Silent(
            "everything (XR) on " + line + ": " + fault.words(), NextStep.after(fault))
        : new Link.Silent(
            "everything (XR) on " + line + ": none of its numbers is one of " + map.model().id(),
            "check the model: which maker's pump is the gateway connected to?");
  }

  private List<Sample> invalid(List<Register> asked, Fault fault) {
    Moment now = time.now();
    return asked.stream().<Sample>map(each -> new Invalid(each.id(), now, fault)).toList();
  }

  @Override
  public Written write(RegisterId id, long raw) {
    return new Setting(register(id), raw).write(exchange, conversation, time);
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
