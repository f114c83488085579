package io.pumphouse.hal.modbus;

import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.line.Line;
import io.pumphouse.hal.line.Line.Broken;
import io.pumphouse.hal.line.Line.Bytes;
import io.pumphouse.hal.line.Line.Silence;
import java.time.Duration;

/**
 * The slave's side of one Modbus line: answers from a {@link RegisterBank}, as one unit. Confined
 * to the thread that serves; to end it, close the line.
 */
public final class ModbusSlave {
  private static final Duration IDLE = Duration.ofSeconds(1);

  /**
   * Silence that ends a frame for certain. Far above 3.5 characters: an adapter may hand one frame
   * over in pieces, and no master asks again so soon.
   */
  private static final Duration FRAME_END = Duration.ofMillis(50);

  private final Line line;
  private final Listener listener;

  /**
   * A slave on this line.
   *
   * @param unit the unit it answers as; on TCP it answers to 0 and 255 as well
   */
  public ModbusSlave(Line line, Framing framing, int unit, RegisterBank bank) {
    this.line = line;
    this.listener =
        switch (framing) {
          case RTU -> new RtuListener(unit, new Clerk(bank));
          case TCP -> new TcpListener(line.name(), unit, new Clerk(bank));
        };
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
    while (true) {
      Turn turn =
          switch (line.hear(listener.isWithinFrame() ? FRAME_END : IDLE)) {
            case Bytes(Frame bytes) -> listener.heard(bytes);
            case Silence _ -> listener.silence();
            case Broken why -> new Turn.Ended(why);
          };
      if (taken(turn) instanceof Turn.Ended(Broken why)) {
        line.close();
        return why;
      }
    }
  }

  private Turn taken(Turn turn) {
    return switch (turn) {
      case Turn.Listening _, Turn.Ended _ -> turn;
      case Turn.Answering(Frame answer) ->
          line.send(answer) instanceof Broken why ? new Turn.Ended(why) : new Turn.Listening();
    };
  }
}
