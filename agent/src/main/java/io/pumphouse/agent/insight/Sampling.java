package io.pumphouse.agent.insight;

import static io.pumphouse.hal.reading.Metric.BRINE_IN;
import static io.pumphouse.hal.reading.Metric.BRINE_OUT;
import static io.pumphouse.hal.reading.Metric.COMPRESSOR_ON;
import static io.pumphouse.hal.reading.Metric.CONDENSER_IN;
import static io.pumphouse.hal.reading.Metric.CONDENSER_OUT;
import static io.pumphouse.hal.reading.Metric.RETURN_TEMP;
import static io.pumphouse.hal.reading.Metric.SUPPLY_TEMP;

import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.web.model.Chart.Point;
import io.pumphouse.web.model.Curves;
import io.pumphouse.web.model.Derived;
import io.pumphouse.web.model.Mode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntToDoubleFunction;

/**
 * Derived metrics of fine steps, summed into the steps of a chart. COP and Carnot share are of a
 * quarter hour at least: of a shorter time, counters and the water in the pipes tell nothing.
 */
final class Sampling {
  private static final long QUARTER = Duration.ofMinutes(15).toMillis();
  static final long HOUR = Duration.ofHours(1).toMillis();

  private final Sheet sheet;
  private final Choice choice;
  private final Curves grid;

  Sampling(Piece piece, Choice choice, Curves grid) {
    this.sheet = new Sheet(piece, choice);
    this.choice = choice;
    this.grid = grid;
  }

  /** Every register that may be needed beside those of energy. */
  static Set<RegisterId> candidates(Subject subject) {
    return subject.ids(BRINE_IN, BRINE_OUT, SUPPLY_TEMP, RETURN_TEMP, CONDENSER_OUT, CONDENSER_IN);
  }

  List<Point> points(Derived derived) {
    return switch (derived) {
      case ELECTRIC_POWER -> power(choice.power());
      case HEAT_POWER -> power(choice.heatPower());
      case BRINE_DELTA -> difference(Difference.BRINE);
      case HEATING_DELTA ->
          Difference.heating(sheet.piece.subject(), candidates(sheet.piece.subject()))
              .map(this::difference)
              .orElse(List.of());
      case COP -> efficiency(false);
      case CARNOT_SHARE -> efficiency(true);
      case HOT_WATER_ON -> gather(this::hotWater, this::compressorCovered);
    };
  }

  /** The share of a step in which the compressor worked on hot water. */
  private double hotWater(int step) {
    return switch (sheet.modes[step]) {
      case UNKNOWN -> Double.NaN;
      case HOT_WATER -> sheet.compressor(step);
      case HEATING, COOLING, POOL, DEFROST, IDLE -> 0;
    };
  }

  private double compressorCovered(int step) {
    return sheet
        .piece
        .line(COMPRESSOR_ON)
        .map(line -> line.covered(step))
        .orElseGet(() -> sheet.electricity.covered(step));
  }

  private List<Point> power(Source source) {
    Flow flow = source.flow().apply(sheet.piece);
    return gather(i -> flow.watts(i, sheet.seconds(i)), flow::covered);
  }

  private List<Point> difference(Difference pair) {
    double[] difference = pair.of(sheet.piece);
    double[] covered = pair.covered(sheet.piece);
    return gather(i -> difference[i], i -> covered[i]);
  }

  /** Some fine steps of one step of the chart. */
  private static final class Bucket {
    private double lowest = Double.POSITIVE_INFINITY;
    private double highest = Double.NEGATIVE_INFINITY;
    private double weighted;
    private double seconds;
    private double covered;

    void add(double value, double time, double share) {
      lowest = Math.min(lowest, value);
      highest = Math.max(highest, value);
      weighted += value * time;
      seconds += time;
      covered += time * share;
    }

    Point point(int step, double length) {
      double quality = Math.clamp(covered / length, 0, 1);
      return new Point(step, lowest, weighted / seconds, highest, quality);
    }
  }

  private List<Point> gather(IntToDoubleFunction value, IntToDoubleFunction covered) {
    Map<Integer, Bucket> buckets = new HashMap<>();
    for (int i = 0; i < sheet.steps(); i++) {
      double found = value.applyAsDouble(i);
      int step = gridStep(i);
      if (!Double.isNaN(found) && sheet.seconds(i) > 0 && step >= 0 && step < grid.steps()) {
        buckets
            .computeIfAbsent(step, _ -> new Bucket())
            .add(found, sheet.seconds(i), covered.applyAsDouble(i));
      }
    }
    double length = grid.step().toMillis() / 1_000.0;
    return buckets.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> entry.getValue().point(entry.getKey(), length))
        .toList();
  }

  private int gridStep(int fine) {
    long since = Duration.between(grid.from(), sheet.piece.at(fine)).toMillis();
    return (int) Math.floorDiv(since, grid.step().toMillis());
  }

  /** Of a quarter hour, or of the hour around it where meters count too coarsely for less. */
  private List<Point> efficiency(boolean isOfCarnot) {
    Slots quarters = new Slots(QUARTER);
    Slots hours = new Slots(HOUR);
    for (int i = 0; i < sheet.steps(); i++) {
      if (sheet.isWhole(i) && sheet.modes[i] != Mode.COOLING) {
        quarters.add(i);
        hours.add(i);
      }
    }
    List<Point> points = new ArrayList<>();
    for (int step = 0; step < grid.steps(); step++) {
      int at = step;
      quarters.point(step, isOfCarnot).or(() -> hours.point(at, isOfCarnot)).ifPresent(points::add);
    }
    return points;
  }

  /** Ratios of some length, or of the steps of the chart where those are longer. */
  private final class Slots {
    private final long length;
    private final boolean isOfTheChart;
    private final Map<Long, Ratio> ratios = new HashMap<>();
    private final Map<Long, Double> covered = new HashMap<>();

    Slots(long length) {
      long step = grid.step().toMillis();
      this.isOfTheChart = step > length;
      this.length = isOfTheChart ? step : length;
    }

    void add(int i) {
      long slot = slot(sheet.piece.start(i));
      ratios
          .computeIfAbsent(slot, _ -> new Ratio())
          .add(sheet, i, sheet.heat.energy(i), sheet.ideal(i));
      covered.merge(slot, sheet.seconds(i) * sheet.covered(i) * 1_000 / length, Double::sum);
    }

    private long slot(long at) {
      return Math.floorDiv(isOfTheChart ? at - grid.from().toEpochMilli() : at, length);
    }

    /** Lowest and highest are how far off it may be. */
    Optional<Point> point(int step, boolean isOfCarnot) {
      long slot = slot(grid.from().toEpochMilli() + step * grid.step().toMillis());
      var efficiency = ratios.getOrDefault(slot, new Ratio()).efficiency("");
      var cop = efficiency.cop().value();
      var value = isOfCarnot ? efficiency.carnotShare().value() : cop;
      if (value.isEmpty() || cop.isEmpty()) {
        return Optional.empty();
      }
      double mean = value.getAsDouble() * (isOfCarnot ? 100 : 1);
      double margin = mean * efficiency.margin() / cop.getAsDouble();
      double quality = Math.clamp(covered.getOrDefault(slot, 0.0), 0, 1);
      return Optional.of(new Point(step, mean - margin, mean, mean + margin, quality));
    }
  }
}
