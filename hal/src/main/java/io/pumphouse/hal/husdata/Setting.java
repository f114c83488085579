package io.pumphouse.hal.husdata;

import io.pumphouse.hal.husdata.Conversation.Heard;
import io.pumphouse.hal.husdata.Conversation.Unheard;
import io.pumphouse.hal.husdata.Exchange.Lost;
import io.pumphouse.hal.husdata.Exchange.Over;
import io.pumphouse.hal.line.Line.Broken;
import io.pumphouse.hal.pump.Written;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.TimeSource;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/**
 * One number to be written once. The gateway confirms nothing: it passes the number on to the pump
 * in its own time and tells what the pump then says, so that is waited for.
 */
final class Setting {
  /** How often the gateway is asked what the pump made of it, and how long it is given before. */
  private static final int LOOKS = 4;

  private static final Duration BEFORE_A_LOOK = Duration.ofSeconds(2);

  private final Register register;
  private final long raw;

  Setting(Register register, long raw) {
    if (!register.isWritable()) {
      throw new IllegalArgumentException(register.id() + " is read-only");
    }
    this.register = register;
    this.raw = raw;
  }

  Written write(Exchange exchange, Conversation conversation, TimeSource time) {
    Optional<Integer> number = onWire();
    if (number.isEmpty()) {
      return new Written.NotSent(
          register.id() + " := " + raw + ": does not fit the gateway's 16 bits",
          "give a number from -553.5 to 6000",
          time.now());
    }
    if (exchange.ready() instanceof Broken(String cause, String next)) {
      return new Written.NotSent(cause, next, time.now());
    }
    String question = "write " + register.id() + " := " + raw + " (XW)";
    return switch (exchange.command(Spelling.write(register.address(), number.get()), question)) {
      case Lost(Broken why) -> unknown(new Fault.LineDown(why.cause()), time);
      case Over _ -> readBack(exchange, conversation, time);
    };
  }

  /** What is written is ten times the number a person means (epideme/iot-husdataH1). */
  private Optional<Integer> onWire() {
    BigDecimal tenths = register.decimal(raw).movePointRight(1);
    boolean fits =
        tenths.stripTrailingZeros().scale() <= 0
            && tenths.compareTo(BigDecimal.valueOf(Spelling.LOWEST)) >= 0
            && tenths.compareTo(BigDecimal.valueOf(Spelling.HIGHEST)) <= 0;
    return fits ? Optional.of(tenths.intValueExact()) : Optional.empty();
  }

  private Written readBack(Exchange exchange, Conversation conversation, TimeSource time) {
    Moment began = time.now();
    Written seen = unknown(new Fault.NoAnswer(Duration.ZERO), time);
    for (int looks = 0; looks < LOOKS && !(seen instanceof Written.Done); looks++) {
      exchange.rest(BEFORE_A_LOOK);
      seen =
          switch (conversation.listen()) {
            case Unheard(Broken why) -> unknown(new Fault.LineDown(why.cause()), time);
            case Heard(Update before, Update last) ->
                Optional.ofNullable(last.believed(before).get(register.address()))
                    .map(this::seen)
                    .orElseGet(() -> unknown(new Fault.NoAnswer(began.ageAt(time.now())), time));
          };
    }
    return seen;
  }

  private Written seen(Update.Value said) {
    return said.raw() == raw
        ? new Written.Done(raw, said.at())
        : new Written.Ignored(said.raw(), said.at());
  }

  private static Written unknown(Fault fault, TimeSource time) {
    return new Written.Unknown(fault, NextStep.LOOK_BEFORE_WRITING_AGAIN, time.now());
  }
}
