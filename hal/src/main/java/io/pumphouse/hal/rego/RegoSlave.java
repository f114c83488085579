package io.pumphouse.hal.rego;

import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.line.Line;
import io.pumphouse.hal.line.Line.Broken;
import io.pumphouse.hal.line.Line.Bytes;
import io.pumphouse.hal.line.Line.Silence;
import io.pumphouse.hal.modbus.RegisterBank;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The pump's side of a Rego service port: answers from a register bank, whose spaces are panel,
 * system and timer. Serves on any line, a serial port or the bytes of a TCP connection. Confined to
 * the thread that serves; to end it, close the line.
 */
public final class RegoSlave {
  private static final Duration IDLE = Duration.ofSeconds(1);

  /** Silence that ends a request for certain, also where an adapter hands it over in pieces. */
  private static final Duration REQUEST_END = Duration.ofMillis(50);

  private final Line line;
  private final Listener listener;

  /** A slave with every address where the map has it, and nothing in its error log. */
  public RegoSlave(Line line, RegisterBank bank) {
    this(line, bank, Addressing.asMapped(), List.of());
  }

  /**
   * A slave on this line.
   *
   * @param bank what it has to say, at the addresses of the map; a refusal with 4 keeps it silent
   * @param addressing where it has those addresses
   * @param newestFirst its error log; the first two can be asked for
   */
  public RegoSlave(
      Line line, RegisterBank bank, Addressing addressing, List<RegoError> newestFirst) {
    this.line = line;
    this.listener = new Listener(new Clerk(bank, addressing, newestFirst));
  }

  /**
   * Opens the line if need be and answers until it is closed or breaks.
   *
   * @return why it ended
   */
  public Broken serve() {
    if (line.open() instanceof Broken why) {
      return why;
    }
    Optional<Broken> end = Optional.empty();
    while (end.isEmpty()) {
      end =
          switch (line.hear(listener.isWithinRequest() ? REQUEST_END : IDLE)) {
            case Bytes(Frame bytes) -> answered(listener.heard(bytes));
            case Silence _ -> {
              listener.silence();
              yield Optional.empty();
            }
            case Broken why -> Optional.of(why);
          };
    }
    line.close();
    return end.get();
  }

  private Optional<Broken> answered(Frame answers) {
    return !answers.isEmpty() && line.send(answers) instanceof Broken why
        ? Optional.of(why)
        : Optional.empty();
  }
}
