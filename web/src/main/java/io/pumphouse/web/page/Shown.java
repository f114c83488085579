package io.pumphouse.web.page;

import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Missing;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.Unit;
import io.pumphouse.web.model.LiveReading;

/**
 * A reading as a person sees it: the one place where numbers become text. Page, API and socket use
 * it, so that no browser ever formats a number. Immutable.
 *
 * @param state {@code value}, {@code missing} or {@code invalid}
 * @param reason the fault's code if invalid, else empty
 * @param text the whole text: {@code 21.4 °C}, {@code on}, {@code not fitted}, a fault in words
 * @param suffix the end of the text that is its unit, or what the number stands for; may be empty
 */
public record Shown(String state, String reason, String text, String suffix) {
  private static final char NO_BREAK_SPACE = '\u00a0';

  public static Shown of(LiveReading reading) {
    return switch (reading.sample()) {
      case Reading value -> value(reading, value.raw());
      case Missing _ -> new Shown("missing", "", "not fitted", "");
      case Invalid invalid ->
          new Shown("invalid", invalid.fault().code(), words(invalid.fault()), "");
    };
  }

  /** Why the line is down stands above the cards, once; on every card it would drown the page. */
  private static String words(Fault fault) {
    return fault instanceof Fault.LineDown ? "no line" : fault.words();
  }

  /** The text without its suffix and the space before it. */
  public String figure() {
    return suffix.isEmpty() ? text : text.substring(0, text.length() - suffix.length() - 1);
  }

  private static Shown value(LiveReading reading, long raw) {
    Register register = reading.register();
    if (register.unit() == Unit.ON_OFF) {
      return new Shown("value", "", raw == 0 ? "off" : "on", "");
    }
    String figure =
        Figure.of(register.decimal(raw), register.places(), Tongue.ENGLISH.decimalMark());
    if (!reading.meaning().isEmpty()) {
      return new Shown("value", "", figure + " " + reading.meaning(), reading.meaning());
    }
    return register.unit().isShown()
        ? measured(figure, register.unit().symbol())
        : new Shown("value", "", figure, "");
  }

  private static Shown measured(String figure, String unit) {
    return new Shown("value", "", figure + NO_BREAK_SPACE + unit, unit);
  }
}
