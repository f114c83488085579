package io.pumphouse.agent.config;

import io.pumphouse.hal.line.Rs485;
import io.pumphouse.hal.line.Rs485.Level;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** {@code rs485:} how the driver of a serial port switches a transceiver by RTS. */
final class Rs485Section {
  static final String KEY = "rs485";

  private static final String EXAMPLE = "{rts-to-send: high}";
  private static final Kind<Level> LEVEL = Choice.of(List.of(Level.values()), Rs485Section::word);
  private static final Kind<Duration> DELAY = Durations.between("0ms", "100ms", "1ms");
  private static final Kind<Boolean> TRUTH = Choice.of(List.of(true, false), String::valueOf);

  private Rs485Section() {}

  /** What stands there; the port stays as it is found where nothing does. */
  static Rs485 of(Section line) {
    return line.has(KEY)
        ? line.<Rs485>within(KEY, EXAMPLE, Rs485Section::read).orElseGet(Rs485.AsFound::new)
        : new Rs485.AsFound();
  }

  private static Rs485 read(Section rs485) {
    return new Rs485.ByRts(
        rs485.optional("rts-to-send", LEVEL, Level.HIGH),
        rs485.optional("delay-before", DELAY, Duration.ZERO),
        rs485.optional("delay-after", DELAY, Duration.ZERO),
        rs485.optional("termination", TRUTH, false));
  }

  /** As one would write it behind the other settings of a line; nothing if there is nothing. */
  static String spoken(Rs485 rs485) {
    return switch (rs485) {
      case Rs485.AsFound _ -> "";
      case Rs485.ByRts(Level level, Duration before, Duration after, boolean isTerminated) ->
          ", rs485 {rts-to-send: %s, delay-before: %dms, delay-after: %dms, termination: %b}"
              .formatted(word(level), before.toMillis(), after.toMillis(), isTerminated);
    };
  }

  private static String word(Level level) {
    return level.name().toLowerCase(Locale.ROOT);
  }
}
