package io.pumphouse.hal.rego;

import io.pumphouse.hal.map.AddressRange;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.pump.AlarmLog;
import io.pumphouse.hal.pump.HeatPump;
import io.pumphouse.hal.pump.Link;
import io.pumphouse.hal.pump.PlannedRead;
import io.pumphouse.hal.pump.Written;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Sample;
import io.pumphouse.hal.rego.Contact.At;
import io.pumphouse.hal.rego.Contact.Nowhere;
import io.pumphouse.hal.rego.Question.Read;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * A heat pump with an IVT Rego 600 to 637, asked through its service port: one register for each
 * request. Confined to the thread that owns its bus.
 *
 * <p>A register that gets no believable answer costs only itself, as long as the pump still says
 * its version. When it does not, the rest of the round shares the fault without being asked; while
 * it stays silent each round costs one timeout.
 */
public final class RegoPump implements HeatPump {
  private final RegoBus bus;
  private final RegisterMap map;
  private final Contact contact;

  /** A pump that has not been asked yet, with the usual addresses that move. */
  public RegoPump(RegoBus bus, RegisterMap map) {
    this(bus, map, Addressing.SENSORS_AND_OUTPUTS);
  }

  /**
   * A pump that has not been asked yet.
   *
   * @param map what its model has; every register in panel, system or timer space
   * @param moving the addresses of the map to which one of the model's offsets is to be added;
   *     empty means all
   */
  public RegoPump(RegoBus bus, RegisterMap map, List<AddressRange> moving) {
    this.bus = bus;
    this.map = map;
    this.contact = new Contact(bus, map, moving);
  }

  @Override
  public RegisterMap map() {
    return map;
  }

  @Override
  public Link link() {
    return contact.link();
  }

  /** Where this pump has its sensors and outputs. */
  public Base base() {
    return contact.base();
  }

  @Override
  public List<PlannedRead> plan(Collection<RegisterId> registers) {
    return registers.stream().map(this::register).map(this::planned).toList();
  }

  private PlannedRead planned(Register register) {
    int address =
        switch (contact.place(register)) {
          case At(int known) -> known;
          case Nowhere _ -> register.address();
        };
    Read read = new Read(register.space(), address);
    return new PlannedRead(
        List.of(register.id()), Question.place(register.space(), address), bus.lineTime(read));
  }

  @Override
  public List<Sample> read(Collection<RegisterId> registers) {
    ReadRound round = new ReadRound(bus, contact);
    return registers.stream().map(this::register).map(round::sample).toList();
  }

  /**
   * Writes one register once, with the command after its read command, and reads it back.
   *
   * @param raw as the register holds it; a number its type cannot hold is a bug of the caller
   */
  @Override
  public Written write(RegisterId id, long raw) {
    Register register = register(id);
    if (!register.isWritable()) {
      throw new IllegalArgumentException(map.model().id() + ": " + id + " can only be read");
    }
    return new Writing(bus, contact).write(register, raw);
  }

  /** Asks for the last error and, if there is one, for the error before it. */
  public ErrorLog lastErrors() {
    return new LogReading(bus, contact).read();
  }

  /** The same with the codes of the display, as the alarm tables have them. */
  @Override
  public AlarmLog alarmLog() {
    return switch (lastErrors()) {
      case ErrorLog.Heard(List<RegoError> errors, Moment at) ->
          new AlarmLog.Heard(
              errors.stream()
                  .map(error -> new AlarmLog.Entry(error.displayCode(), error.at()))
                  .toList(),
              at);
      case ErrorLog.Unheard(Fault fault, String next, Moment at) ->
          new AlarmLog.Unheard(fault, next, at);
    };
  }

  @Override
  public List<PlannedRead> planAlarmLog() {
    return Arrays.stream(Question.Entry.values()).map(this::planned).toList();
  }

  private PlannedRead planned(Question.Entry entry) {
    String span = "log, " + entry.name().toLowerCase(Locale.ROOT) + " error";
    return new PlannedRead(List.of(), span, bus.lineTime(new Question.Logged(entry)));
  }

  private Register register(RegisterId id) {
    return map.find(id)
        .orElseThrow(
            () -> new IllegalArgumentException(map.model().id() + " has no register " + id));
  }
}
