package io.pumphouse.agent.insight;

import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.RegisterId;
import java.time.Duration;
import java.util.Optional;

/**
 * From a counter to what it counted. Each difference belongs to the steps since the counter last
 * moved, at most an hour back, or to the whole gap if it was not heard of in between: a counter
 * bridges gaps. A step back is a reset, a rollover or another meter, never energy that came back.
 */
final class Counters {
  /** No pump of a house draws or gives more than this, so a bigger leap is another meter: kW. */
  static final double MOST_KILOWATTS = 60;

  /** No compressor starts more often than this: starts per hour. */
  static final double MOST_STARTS = 60;

  private static final Duration MEMORY = Duration.ofHours(1);
  private static final double NEARLY_FULL = 0.9;
  private static final double NEARLY_EMPTY = 0.1;
  private static final double MILLIS_OF_AN_HOUR = 3.6e6;

  private Counters() {}

  /**
   * What a register counted, step by step.
   *
   * @param mostPerHour beyond this, since it last moved, a difference is not believed: some pumps
   *     count on once an hour only
   */
  static Flow flow(Piece piece, RegisterId id, double mostPerHour) {
    return piece
        .line(id)
        .map(line -> new Count(piece, id, line, mostPerHour).flow())
        .orElseGet(() -> Flow.none(piece.steps()));
  }

  /** One counter over one piece. */
  private static final class Count {
    private final Piece piece;
    private final RegisterId id;
    private final Line line;
    private final double mostPerHour;
    private final double resolution;
    private final Flow flow;
    private final int memory;

    Count(Piece piece, RegisterId id, Line line, double mostPerHour) {
      this.piece = piece;
      this.id = id;
      this.line = line;
      this.mostPerHour = mostPerHour;
      this.resolution = piece.subject().scale(id);
      this.flow = new Flow(piece.steps());
      this.memory = (int) Math.max(1, MEMORY.dividedBy(piece.step()));
    }

    Flow flow() {
      Optional<Seen> before = piece.before(id);
      int heard = -1; // the step that was last heard of
      int moved = 0; // the first step that may have a part in the next difference
      for (int i = 0; i < piece.steps(); i++) {
        if (line.has(i)) {
          if (before.isEmpty()) {
            before = Optional.of(new Seen(line.last(i), piece.at(i)));
          } else {
            know(heard + 1, i);
          }
          Seen seen = before.get();
          if (line.last(i) != seen.value()) {
            spread(difference(seen, i), Math.min(heard + 1, Math.max(moved, i - memory + 1)), i);
            moved = i + 1;
            before = Optional.of(new Seen(line.last(i), piece.at(i + 1)));
          }
          heard = i;
        }
      }
      return flow;
    }

    private void know(int first, int last) {
      for (int i = first; i <= last; i++) {
        flow.set(i, 0, line.covered(i));
        flow.setGrain(i, resolution);
      }
    }

    private void spread(double amount, int first, int last) {
      double seconds = 0;
      for (int i = first; i <= last; i++) {
        seconds += flow.isKnown(i) ? piece.seconds(i) : 0;
      }
      for (int i = first; i <= last && amount > 0 && seconds > 0; i++) {
        if (flow.isKnown(i)) {
          flow.add(i, amount * piece.seconds(i) / seconds);
          // When within these steps it was counted, nobody knows.
          flow.setGrain(i, first < last ? Math.max(amount, resolution) : resolution);
        }
      }
    }

    private double difference(Seen seen, int step) {
      double now = line.last(step);
      double difference = now - seen.value();
      if (difference < 0) {
        difference = afterRollover(seen.value(), now);
      }
      double hours =
          Duration.between(seen.moved(), piece.at(step + 1)).toMillis() / MILLIS_OF_AN_HOUR;
      double most = mostPerHour * Math.max(hours, 0) + 2 * resolution;
      return difference > most ? 0 : difference;
    }

    /** A counter that was nearly full and is nearly empty went round; any other began anew. */
    private double afterRollover(double before, double now) {
      double full = piece.subject().map().find(id).map(Count::full).orElse(Double.MAX_VALUE);
      return before > full * NEARLY_FULL && now < full * NEARLY_EMPTY
          ? full - before + now + resolution
          : 0;
    }

    private static double full(Register register) {
      return register.decimal(register.type().highest()).doubleValue();
    }
  }
}
