package io.pumphouse.agent.ledger;

import io.pumphouse.agent.clock.ClockNews;
import io.pumphouse.agent.clock.ClockNews.Guessed;
import io.pumphouse.agent.clock.ClockNews.Known;
import io.pumphouse.agent.clock.ClockNews.Stepped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes what happens to the clock. Immutable. */
public final class ClockWatch implements Consumer<ClockNews> {
  private static final Logger LOG = LoggerFactory.getLogger(ClockWatch.class);

  private final Ledger ledger;

  public ClockWatch(Ledger ledger) {
    this.ledger = ledger;
  }

  @Override
  public void accept(ClockNews news) {
    Event event =
        switch (news) {
          case Stepped stepped -> event(stepped, Event.Kind.CLOCK_STEPPED, words(stepped));
          case Known known -> event(known, Event.Kind.CLOCK_KNOWN, words(known));
          case Guessed guessed -> event(guessed, Event.Kind.CLOCK_GUESSED, words(guessed));
        };
    LOG.info("{}: {}", event.kind().word(), event.text());
    ledger.note(event);
  }

  private static Event event(ClockNews news, Event.Kind kind, String text) {
    return new Event(news.at(), kind, "", text);
  }

  private static String words(Stepped step) {
    return "the clock was set "
        + (step.by().isNegative() ? "back" : "forward")
        + " by "
        + span(step.by().abs())
        + ", from "
        + second(step.from())
        + " to "
        + second(step.to());
  }

  private static String words(Known known) {
    String by =
        switch (known.by()) {
          case NETWORK -> "a time server set the clock";
          case BATTERY -> "a clock with a battery kept the time";
          case HAND -> "the clock was set by hand and stood";
          case NOBODY -> "nobody vouches for the clock";
        };
    return by
        + (known.moved().isZero()
            ? ""
            : "; what was stamped before was moved by "
                + (known.moved().isNegative() ? "-" : "")
                + span(known.moved().abs()));
  }

  private static String words(Guessed guessed) {
    return "the time was never known from one start of the machine to the next; what was stamped"
        + " then is placed by guess, from "
        + second(guessed.start());
  }

  private static Instant second(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS);
  }

  /** {@code 20485 d 3 h}, {@code 1 h 0 min}, {@code 2.5 s}: two units say enough. */
  private static String span(Duration span) {
    if (span.toDays() > 0) {
      return span.toDays() + " d " + span.toHoursPart() + " h";
    }
    if (span.toHours() > 0) {
      return span.toHours() + " h " + span.toMinutesPart() + " min";
    }
    return span.toMinutes() > 0
        ? span.toMinutes() + " min " + span.toSecondsPart() + " s"
        : span.toSeconds() + "." + span.toMillisPart() / 100 + " s";
  }
}
