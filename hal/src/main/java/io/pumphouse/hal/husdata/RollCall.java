package io.pumphouse.hal.husdata;

import io.pumphouse.hal.husdata.Exchange.Lost;
import io.pumphouse.hal.husdata.Exchange.Over;
import io.pumphouse.hal.line.Line;
import io.pumphouse.hal.line.Line.Broken;
import io.pumphouse.hal.line.Witness;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.TimeSource;
import java.util.Map;

/**
 * Hears once what a gateway tells, for whoever does not know yet whether there is one, and which
 * maker's pump it is connected to. Sends {@code XR} on a line of its own and nothing else: no label
 * is switched on or off, nothing is written. Confined to the thread that owns the line.
 */
public final class RollCall implements AutoCloseable {
  private final Line line;
  private final TimeSource time;
  private final Exchange exchange;

  /**
   * A roll call that was not held yet.
   *
   * @param line the port, 19200 baud 8N1; opened by the call
   * @param longest of the maps that may fit the one with the most numbers: it tells how long to
   *     listen
   */
  public RollCall(Line line, RegisterMap longest, TimeSource time) {
    this.line = line;
    this.time = time;
    this.exchange = new Exchange(line, Tempo.of(longest), time, Witness.none());
  }

  /** How it ended. */
  public sealed interface Result {}

  /**
   * A gateway told something.
   *
   * @param numbers at least one: id, 0 to FFFF hex, and the number as the gateway said it
   */
  public record Told(Map<Integer, Integer> numbers) implements Result {
    public Told {
      numbers = Map.copyOf(numbers);
    }
  }

  /** No gateway told anything. */
  public record Untold(Fault fault) implements Result {}

  /** There is no line, or no longer. */
  public record NoLine(String cause, String next) implements Result {}

  /** Asks once. */
  public Result call() {
    Moment asked = time.now();
    return switch (exchange.command(Spelling.SEND_ALL_AFRESH, "everything (XR)")) {
      case Lost(Broken(String cause, String next)) -> new NoLine(cause, next);
      case Over(Update update) when update.isNoise() ->
          new Untold(new Fault.Garbled(update.toString()));
      case Over(Update update) when update.isEmpty() ->
          new Untold(new Fault.NoAnswer(asked.ageAt(time.now())));
      case Over(Update update) -> new Told(update.numbers());
    };
  }

  @Override
  public void close() {
    line.close();
  }
}
