package io.pumphouse.hal.husdata;

import io.pumphouse.hal.husdata.Exchange.Lost;
import io.pumphouse.hal.husdata.Exchange.Over;
import io.pumphouse.hal.line.Line.Broken;
import io.pumphouse.hal.reading.TimeSource;
import java.time.Duration;

/**
 * Gets one update that can be believed. Confined to the thread that owns the line.
 *
 * <p>Lines without labels mean that the gateway was restarted: it is told to label them again, and
 * asked again. One that still gives no labels, as some firmware may not, is believed where it says
 * the same number in both updates.
 */
final class Conversation {
  /** {@code XP} may switch labels off as well as on, so a gateway without any is left in peace. */
  private static final Duration BETWEEN_LABELLINGS = Duration.ofMinutes(1);

  private final Exchange exchange;
  private final TimeSource time;
  private long labelAgainAt;

  Conversation(Exchange exchange, TimeSource time) {
    this.exchange = exchange;
    this.time = time;
    this.labelAgainAt = time.nanos();
  }

  /** How one round ended. */
  sealed interface Told {}

  /**
   * The updates of one round.
   *
   * @param before what came first; empty where one was enough
   * @param last what came last
   */
  record Heard(Update before, Update last) implements Told {}

  /** There is no line, or no longer. */
  record Unheard(Broken why) implements Told {}

  Told listen() {
    return switch (exchange.update()) {
      case Lost(Broken why) -> new Unheard(why);
      case Over(Update update) when update.isBare() -> again(update);
      case Over(Update update) -> new Heard(new Update(), update);
    };
  }

  private Told again(Update bare) {
    if (time.nanos() >= labelAgainAt) {
      labelAgainAt = time.nanos() + BETWEEN_LABELLINGS.toNanos();
      // Whether it did as it was told shows in the update.
      exchange.command(Spelling.LABELS, "labels (XP)");
      exchange.command(Spelling.FULL_UPDATES, "full updates (XM)");
    }
    return switch (exchange.update()) {
      case Lost(Broken why) -> new Unheard(why);
      case Over(Update update) -> new Heard(bare, update);
    };
  }
}
