package io.pumphouse.agent.transfer;

import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Missing;
import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.Sample;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Makes samples of rows: which pump, which register, which raw number. Immutable. */
final class Translator {
  /** No clock that is right told a time before. */
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

  /** What floating-point numbers stray from the decimal they stand for. */
  private static final BigDecimal STRAY = new BigDecimal("0.001");

  private final Map<PumpId, RegisterMap> pumps;
  private final String pump;
  private final Instant latest;

  /**
   * @param pumps those that there are
   * @param pump the one that all rows are for; empty if the rows say so, or if there is but one
   * @param latest what is later has not happened yet
   */
  Translator(Map<PumpId, RegisterMap> pumps, String pump, Instant latest) {
    this.pumps = Map.copyOf(pumps);
    this.pump = pump;
    this.latest = latest;
  }

  Meaning translate(Row row) {
    Optional<PumpId> id = pump(row);
    if (id.isEmpty()) {
      return new Meaning.Refused("which pump? name it with --pump: " + pumps.keySet());
    }
    RegisterMap map = pumps.getOrDefault(id.get(), pumps.values().iterator().next());
    Optional<Register> register = Names.register(map, row);
    if (register.isEmpty()) {
      return new Meaning.Refused(
          "%s has no register \"%s\" and no metric \"%s\""
              .formatted(map.model().id(), row.register(), row.name()));
    }
    Optional<Instant> at = Times.read(row.time());
    if (at.isEmpty() || at.get().isBefore(EARLIEST) || at.get().isAfter(latest)) {
      return new Meaning.Refused(
          at.isEmpty()
              ? "\"" + row.time() + "\" is no time; write it as 2026-02-03T10:15:30Z"
              : at.get() + " is before 2000 or in the future");
    }
    Moment taken = new Moment(Instant.ofEpochMilli(at.get().toEpochMilli()), Duration.ZERO);
    return sample(id.get(), register.get(), taken, row);
  }

  private Optional<PumpId> pump(Row row) {
    String name = pump.isEmpty() ? row.pump() : pump;
    if (name.isEmpty() && pumps.size() == 1) {
      return pumps.keySet().stream().findFirst();
    }
    return pumps.keySet().stream().filter(each -> each.name().equals(name)).findFirst();
  }

  private static Meaning sample(PumpId pump, Register register, Moment at, Row row) {
    return switch (row.state()) {
      case "", "value" -> value(pump, register, at, row);
      case "missing" -> new Meaning.Known(pump, new Missing(register.id(), at), false);
      case "invalid" ->
          Reasons.fault(row.reason(), row.raw())
              .<Meaning>map(
                  fault -> new Meaning.Known(pump, new Invalid(register.id(), at, fault), false))
              .orElseGet(() -> new Meaning.Refused("reason \"" + row.reason() + "\" is not known"));
      default ->
          new Meaning.Refused(
              "state \"" + row.state() + "\" is not known; use value, missing or invalid");
    };
  }

  private static Meaning value(PumpId pump, Register register, Moment at, Row row) {
    if (row.value().indexOf(',') >= 0) {
      return new Meaning.Refused(
          "value \"%s\": a decimal comma is only taken in files separated by semicolons"
              .formatted(row.value()));
    }
    if (!row.value().matches("[-+]?[0-9]{1,18}([.][0-9]{0,40})?([eE][-+]?[0-9]{1,2})?")) {
      return new Meaning.Refused("value \"" + row.value() + "\" is no number");
    }
    return Units.convert(new BigDecimal(row.value()), row.unit(), register)
        .map(value -> value(pump, register, at, value))
        .orElseGet(
            () ->
                new Meaning.Refused(
                    "unit \"%s\" does not fit %s, which is in %s"
                        .formatted(row.unit(), register.id(), register.unit().symbol())));
  }

  private static Meaning value(PumpId pump, Register register, Moment at, BigDecimal value) {
    BigDecimal steps = value.divide(register.scale(), 6, RoundingMode.HALF_EVEN);
    BigDecimal whole = steps.setScale(0, RoundingMode.HALF_EVEN);
    if (whole.precision() > 18) {
      return new Meaning.Refused(value + " is more than any register holds");
    }
    Sample sample = register.judge(whole.longValueExact(), at);
    return switch (sample) {
      case Reading _, Missing _ ->
          new Meaning.Known(pump, sample, steps.subtract(whole).abs().compareTo(STRAY) > 0);
      case Invalid(var _, var _, Fault fault) ->
          new Meaning.Refused("value " + value.toPlainString() + ": " + told(fault, register));
    };
  }

  private static String told(Fault fault, Register register) {
    return fault instanceof Fault.Implausible
        ? "register %s holds %s to %s"
            .formatted(
                register.id(),
                register.decimal(register.lowest()).toPlainString(),
                register.decimal(register.highest()).toPlainString())
        : fault.words();
  }
}
