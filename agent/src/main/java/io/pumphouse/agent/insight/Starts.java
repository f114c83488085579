package io.pumphouse.agent.insight;

import static io.pumphouse.hal.reading.Metric.COMPRESSOR_ON;
import static io.pumphouse.hal.reading.Metric.COMPRESSOR_STARTS;

import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.web.model.Reckoned;
import io.pumphouse.web.model.Reckoned.Known;
import io.pumphouse.web.model.Reckoned.Unknown;

/**
 * How often the compressor started: by the pump's own counter, else by its state going from off to
 * on, of which a step can show one at most. Confined to one thread.
 */
final class Starts {
  private static final double SECONDS_OF_AN_HOUR = 3_600;

  private double counted;
  private double countedSeconds;
  private double edges;
  private double edgeSeconds;
  private boolean isOff;
  private boolean isCoarse;

  void add(Piece piece) {
    piece.subject().id(COMPRESSOR_STARTS).ifPresent(id -> count(piece, id));
    piece.line(COMPRESSOR_ON).ifPresent(line -> edges(piece, line));
    isCoarse |= !piece.isFine();
  }

  private void count(Piece piece, RegisterId id) {
    Flow starts = Counters.flow(piece, id, Counters.MOST_STARTS);
    for (int i = 0; i < piece.steps(); i++) {
      if (starts.isKnown(i)) {
        counted += starts.energy(i);
        countedSeconds += piece.seconds(i);
      }
    }
  }

  private void edges(Piece piece, Line line) {
    for (int i = 0; i < piece.steps(); i++) {
      if (line.has(i)) {
        // Highest and lowest show a start that the last value of the step does not.
        boolean wasOff = isOff || (line.lowest(i) <= 0 && line.last(i) > 0);
        edges += wasOff && line.highest(i) > 0 ? 1 : 0;
        isOff = line.last(i) <= 0;
        edgeSeconds += piece.seconds(i);
      }
    }
  }

  Reckoned count() {
    if (countedSeconds > 0) {
      return new Known(Math.round(counted));
    }
    if (edgeSeconds == 0) {
      return new Unknown("the pump tells neither starts nor the state of its compressor");
    }
    return isCoarse ? new Unknown(Piece.COARSE) : new Known(edges);
  }

  Reckoned perHour() {
    double seconds = countedSeconds > 0 ? countedSeconds : edgeSeconds;
    return switch (count()) {
      case Known(double starts) -> new Known(starts * SECONDS_OF_AN_HOUR / seconds);
      case Unknown unknown -> unknown;
    };
  }
}
