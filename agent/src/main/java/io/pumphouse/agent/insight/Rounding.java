package io.pumphouse.agent.insight;

/**
 * What it costs a sum that a counter shows whole steps only. Where a stretch of time begins and
 * where it ends, the counter stands anywhere within one step, which has a standard deviation of a
 * step over √12 (GUM F.2.2.1); within the stretch nothing is lost. Confined to one thread.
 */
final class Rounding {
  private static final double RECTANGLE = 12;

  private double squares;
  private double endSquare;
  private long end = Long.MIN_VALUE;

  /**
   * Goes on with a step; one that does not follow the last begins another stretch.
   *
   * @param grain how much the counter shows at a time, kWh; 0 for what is no counter
   */
  void add(Piece piece, int step, double grain) {
    if (piece.start(step) > end) {
      squares += endSquare + grain * grain;
    }
    endSquare = grain * grain;
    end = piece.start(step + 1);
  }

  /** The standard deviation of the sum, kWh. */
  double deviation() {
    return Math.sqrt((squares + endSquare) / RECTANGLE);
  }
}
