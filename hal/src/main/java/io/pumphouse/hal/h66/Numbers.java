package io.pumphouse.hal.h66;

import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.RegisterType;
import io.pumphouse.hal.reading.Sample;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Everything a gateway told in one page, by id. Immutable. */
final class Numbers {
  private static final Pattern ID = Pattern.compile("[0-9A-Fa-f]{4}");
  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");

  /** Above this a gateway without signs means a temperature below zero (husdata-h60-homey). */
  private static final int HIGHEST = 60_000;

  private final Map<Integer, Json> byId;

  private Numbers(Map<Integer, Json> byId) {
    this.byId = Map.copyOf(byId);
  }

  /** Those members whose names are ids; others are none of the pump's. */
  static Numbers of(Json.Thing thing) {
    Map<Integer, Json> byId = new HashMap<>();
    thing
        .members()
        .forEach(
            (name, value) -> {
              if (ID.matcher(name).matches()) {
                byId.put(HexFormat.fromHexDigits(name), value);
              }
            });
    return new Numbers(byId);
  }

  int count() {
    return byId.size();
  }

  boolean has(Register register) {
    return byId.containsKey(register.address());
  }

  /** What it told of this register, judged by what the map says such a number can be. */
  Sample of(Register register, Moment at) {
    return Optional.ofNullable(byId.get(register.address()))
        .map(value -> judge(register, value, at))
        .orElseGet(
            () -> new Invalid(register.id(), at, new Fault.Unmentioned(register.id().name())));
  }

  private static Sample judge(Register register, Json value, Moment at) {
    return value instanceof Json.Amount(String digits) && WHOLE.matcher(digits).matches()
        ? register.judge(signed(register, Long.parseLong(digits)), at)
        : new Invalid(
            register.id(),
            at,
            new Fault.Garbled(register.id() + " is " + value.words() + ", no whole number"));
  }

  private static long signed(Register register, long told) {
    boolean isFolded = register.type() == RegisterType.S16 && told > HIGHEST && told < 0x1_0000;
    return isFolded ? told - 0x1_0000 : told;
  }
}
