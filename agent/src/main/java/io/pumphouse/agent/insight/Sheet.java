package io.pumphouse.agent.insight;

import io.pumphouse.hal.reading.Metric;
import io.pumphouse.web.model.Mode;
import java.util.Optional;

/**
 * A piece worked out: what every figure needs of each step, computed once. Immutable once made.
 *
 * @see Books
 */
final class Sheet {
  /** MyHeatpump's threshold for running: W. */
  private static final double RUNNING = 150;

  private static final double HALF = 0.5;

  final Piece piece;
  final Flow electricity;
  final Flow heat;
  final Mode[] modes;
  private final Flow power;
  private final boolean isPowerLive;
  private final double[] ideal;
  private final Optional<Line> compressor;
  private final Optional<Line> heater;

  Sheet(Piece piece, Choice choice) {
    this.piece = piece;
    this.electricity = choice.electricity().flow().apply(piece);
    this.power =
        choice.power().equals(choice.electricity())
            ? electricity
            : choice.power().flow().apply(piece);
    this.isPowerLive = choice.power().isLive();
    this.heat = choice.heat().flow().apply(piece);
    this.modes = Modes.of(piece);
    this.ideal = Carnot.of(piece);
    this.compressor = piece.line(Metric.COMPRESSOR_ON);
    this.heater = piece.line(Metric.ADD_HEAT_POWER);
  }

  int steps() {
    return piece.steps();
  }

  double seconds(int step) {
    return piece.seconds(step);
  }

  /** Electric power, W; NaN where it is not known. */
  double watts(int step) {
    return power.watts(step, seconds(step));
  }

  /** The ideal COP; NaN where a temperature is missing. */
  double ideal(int step) {
    return ideal[step];
  }

  /** The share of the step in which the compressor ran; NaN where it is not known. */
  double compressor(int step) {
    return compressor.isPresent() ? compressor.get().busy(step) : byPower(step);
  }

  /** A pump that tells no state of its compressor runs when it draws more than it needs to wait. */
  private double byPower(int step) {
    double watts = watts(step);
    return !isPowerLive || Double.isNaN(watts) ? Double.NaN : watts >= RUNNING ? 1 : 0;
  }

  /** The share of the step in which the additional heater ran; NaN where it is not known. */
  double heater(int step) {
    return heater.isPresent() ? heater.get().busy(step) : Double.NaN;
  }

  /** What the additional heater took, kWh; NaN where it is not known. */
  double heaterEnergy(int step) {
    return heater.isPresent()
        ? Flow.energy(heater.get().mean(step) * 1_000, seconds(step))
        : Double.NaN;
  }

  /** Whether it ran: by its power, or where only a counter is known, by its compressor. */
  boolean isRunning(int step) {
    double watts = watts(step);
    boolean isTold = isPowerLive && !Double.isNaN(watts);
    return isTold ? watts >= RUNNING : compressor(step) >= HALF;
  }

  /** Whether it worked on the same thing throughout, as far as the length of the step shows. */
  boolean isOfOneMode(int step) {
    return piece.isFine() || Modes.isSteady(piece, step);
  }

  /** Whether both sides of a COP are known. */
  boolean isWhole(int step) {
    return electricity.isSound(step) && heat.isSound(step);
  }

  /** How far values cover electricity and heat alike. */
  double covered(int step) {
    return Math.min(electricity.covered(step), heat.covered(step));
  }
}
