package io.pumphouse.hal.modbus;

import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.modbus.Outcome.Answered;
import io.pumphouse.hal.modbus.Outcome.Failed;
import io.pumphouse.hal.modbus.Outcome.Refused;
import io.pumphouse.hal.pump.Link;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.Space;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/**
 * Finds what a device adds to the addresses of its map: the offset at which the outdoor temperature
 * is one, and something that is not zero fits no other offset. Used once, by the thread that owns
 * the bus.
 */
final class OffsetProbe {
  private static final BigDecimal COLDEST = BigDecimal.valueOf(-60);
  private static final BigDecimal WARMEST = BigDecimal.valueOf(60);

  /** What is hardly ever zero in a heated house, the surest first. */
  private static final List<Metric> WITNESSES =
      List.of(
          Metric.SUPPLY_TEMP,
          Metric.RETURN_TEMP,
          Metric.SUCTION_GAS,
          Metric.SUPPLY_SETPOINT,
          Metric.LIQUID_LINE,
          Metric.OUTDOOR_TEMP_MEAN,
          Metric.PRIORITY,
          Metric.HOT_WATER_MODE,
          Metric.MAX_ADD_HEAT);

  private static final String WHAT_ELSE =
      "check model and unit, and that an outdoor sensor is fitted; then: pumphouse scan";

  /** Each may cost a timeout. */
  private static final int MOST_WITNESSES = 6;

  private final ModbusBus bus;
  private final int unit;
  private final RegisterMap map;
  private final List<String> tried = new ArrayList<>();

  OffsetProbe(ModbusBus bus, int unit, RegisterMap map) {
    this.bus = bus;
    this.unit = unit;
    this.map = map;
  }

  sealed interface Result {}

  record Found(int offset) implements Result {}

  /**
   * None of them.
   *
   * @param fault why nothing this device says can be believed yet
   * @param link the same for a technician, with everything that was tried
   */
  record NotFound(Fault fault, Link link, Moment at) implements Result {}

  /** Asks once for each offset, the most likely first. */
  Result probe(Optional<Integer> proven) {
    SequencedSet<Integer> offsets = new LinkedHashSet<>(map.model().offsets());
    proven.ifPresent(offsets::addFirst);
    Result result = attempt(offsets.removeFirst());
    while (result instanceof NotFound before && !offsets.isEmpty()) {
      if (before.fault() instanceof Fault.LineDown
          || (proven.isPresent() && isSilence(before.fault()))) {
        return result; // gone, and more questions would each cost another timeout
      }
      Result next = attempt(offsets.removeFirst());
      result = next instanceof NotFound last ? worthMore(before, last) : next;
    }
    return result;
  }

  private static boolean isSilence(Fault fault) {
    return fault instanceof Fault.NoAnswer;
  }

  /** A number or a refusal says more than silence at an address that is not there. */
  private static NotFound worthMore(NotFound before, NotFound last) {
    return isSilence(last.fault()) && !isSilence(before.fault())
        ? new NotFound(
            before.fault(), new Link.Silent(last.link().cause(), before.link().next()), last.at())
        : last;
  }

  private Result attempt(int offset) {
    return map.find(Metric.OUTDOOR_TEMP)
        .map(outdoor -> attempt(offset, outdoor))
        .orElseGet(
            () ->
                silent(
                    new Fault.Garbled("its map has no outdoor_temp to look for"),
                    WHAT_ELSE,
                    bus.now()));
  }

  private Result attempt(int offset, Register outdoor) {
    String where = outdoor.space().word() + " " + (outdoor.address() + offset) + ": ";
    Dialect dialect = new Dialect(offset, map.model().wordOrder(), true);
    return switch (bus.ask(unit, dialect.read(outdoor))) {
      case Answered(List<Integer> words, Moment at) -> {
        long raw = Words.raw(outdoor.type(), dialect.order(), words);
        tried.add(where + outdoor.decimal(raw).toPlainString());
        yield isTemperature(outdoor, raw, at) && isProof(outdoor, raw, dialect)
            ? new Found(offset)
            : silent(new Fault.Implausible(raw), WHAT_ELSE, at);
      }
      case Refused(int exception, Moment at) -> {
        tried.add(where + "refused, code " + exception);
        yield silent(new Fault.Refused(exception), WHAT_ELSE, at);
      }
      case Failed(Fault.LineDown(String cause), String next, Moment at) ->
          new NotFound(new Fault.LineDown(cause), new Link.Down(cause, next), at);
      case Failed(Fault fault, String next, Moment at) -> {
        tried.add(where + fault.words());
        yield silent(fault, next, at);
      }
    };
  }

  private static boolean isTemperature(Register register, long raw, Moment at) {
    BigDecimal value = register.decimal(raw);
    return register.judge(raw, at) instanceof Reading
        && value.compareTo(COLDEST) >= 0
        && value.compareTo(WARMEST) <= 0;
  }

  /**
   * Zero degrees is a temperature, but some gateways answer zero for whatever is not there; and one
   * place further may lie another sensor, with another offset. So there must be a number that is
   * not zero where no other offset has a register at all: the outdoor temperature itself, or one of
   * the witnesses.
   */
  private boolean isProof(Register outdoor, long raw, Dialect dialect) {
    return (raw != 0 && fitsOnly(outdoor, dialect.offset()))
        || WITNESSES.stream()
            .flatMap(metric -> map.find(metric).stream())
            .filter(row -> row.type().width() == 1 && fitsOnly(row, dialect.offset()))
            .limit(MOST_WITNESSES)
            .anyMatch(row -> isSaid(row, dialect));
  }

  private boolean fitsOnly(Register register, int offset) {
    return map.model().offsets().stream()
        .filter(other -> other != offset)
        .mapToInt(other -> register.address() + offset - other)
        .noneMatch(address -> isInMap(register.space(), address));
  }

  private boolean isInMap(Space space, int address) {
    return map.registers().stream()
        .anyMatch(row -> row.space() == space && row.address() <= address && address < row.end());
  }

  private boolean isSaid(Register witness, Dialect dialect) {
    return bus.ask(unit, dialect.read(witness)) instanceof Answered(var words, var at)
        && dialect.sample(witness, words, at) instanceof Reading(_, _, long raw)
        && raw != 0;
  }

  private NotFound silent(Fault fault, String next, Moment at) {
    String cause =
        "where the registers of %s unit %d lie is not known: no outdoor temperature at %s"
            .formatted(bus.name(), unit, String.join("; ", tried));
    return new NotFound(fault, new Link.Silent(cause, next), at);
  }
}
