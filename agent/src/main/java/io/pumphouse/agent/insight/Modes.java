package io.pumphouse.agent.insight;

import static io.pumphouse.hal.reading.Metric.COMPRESSOR_ON;
import static io.pumphouse.hal.reading.Metric.DEFROST_ACTIVE;
import static io.pumphouse.hal.reading.Metric.PRIORITY;
import static io.pumphouse.hal.reading.Metric.REVERSING_VALVE;

import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.web.model.Mode;
import java.util.Arrays;
import java.util.Set;

/**
 * What a pump works on: what its priority says, else its hot-water valve and its compressor. While
 * it defrosts, that.
 */
final class Modes {
  private Modes() {}

  /** Every register that may be needed. */
  static Set<RegisterId> candidates(Subject subject) {
    return subject.ids(PRIORITY, REVERSING_VALVE, COMPRESSOR_ON, DEFROST_ACTIVE);
  }

  /** The mode of each step; where it changes within a step, the one at its end. */
  static Mode[] of(Piece piece) {
    Mode[] modes = new Mode[piece.steps()];
    Arrays.fill(modes, Mode.UNKNOWN);
    piece
        .line(PRIORITY)
        .ifPresentOrElse(line -> byPriority(piece, line, modes), () -> byValve(piece, modes));
    piece.line(DEFROST_ACTIVE).ifPresent(line -> defrosts(line, modes));
    return modes;
  }

  /** Whether nothing that tells the mode changed within a step. */
  static boolean isSteady(Piece piece, int step) {
    return candidates(piece.subject()).stream()
        .flatMap(id -> piece.line(id).stream())
        .allMatch(line -> line.lowest(step) == line.highest(step) || !line.has(step));
  }

  /** What a number of the priority register means for this model. */
  static Mode meaning(Subject subject, long raw) {
    return subject
        .id(PRIORITY)
        .map(id -> ofWord(subject.map().meaningOf(id, raw)))
        .orElse(Mode.UNKNOWN);
  }

  private static void byPriority(Piece piece, Line line, Mode[] modes) {
    double scale =
        piece.subject().map().find(PRIORITY).map(Register::scale).orElseThrow().doubleValue();
    double before = Double.NaN;
    Mode mode = Mode.UNKNOWN;
    for (int i = 0; i < modes.length; i++) {
      if (line.has(i)) {
        if (line.last(i) != before) { // Looking the word up for each minute would take longest.
          before = line.last(i);
          mode = meaning(piece.subject(), Math.round(before / scale));
        }
        modes[i] = mode;
      }
    }
  }

  private static void byValve(Piece piece, Mode[] modes) {
    if (piece.line(REVERSING_VALVE).isEmpty()) {
      return;
    }
    Line valve = piece.line(REVERSING_VALVE).orElseThrow();
    for (int i = 0; i < modes.length; i++) {
      if (valve.has(i)) {
        modes[i] = valve.last(i) > 0 ? Mode.HOT_WATER : heatingOrIdle(piece, i);
      }
    }
  }

  private static Mode heatingOrIdle(Piece piece, int step) {
    return piece
        .line(COMPRESSOR_ON)
        .filter(line -> line.has(step))
        .map(line -> line.last(step) > 0 ? Mode.HEATING : Mode.IDLE)
        .orElse(Mode.UNKNOWN);
  }

  private static void defrosts(Line line, Mode[] modes) {
    for (int i = 0; i < modes.length; i++) {
      if (line.has(i) && line.last(i) > 0) {
        modes[i] = Mode.DEFROST;
      }
    }
  }

  /** The words are those of the maps ({@code # values priority}). */
  private static Mode ofWord(String word) {
    return switch (word) {
      case "heating" -> Mode.HEATING;
      case "hot water", "anti-legionella" -> Mode.HOT_WATER;
      case "cooling" -> Mode.COOLING;
      case "pool", "pool 2" -> Mode.POOL;
      case "defrost" -> Mode.DEFROST;
      case "off", "standby", "no demand" -> Mode.IDLE;
      default -> Mode.UNKNOWN;
    };
  }
}
