package io.pumphouse.hal.sim;

import io.pumphouse.hal.reading.Metric;

/**
 * Decides what the compressor does. Heat is due when the degree minutes reach -60 and until they
 * are back at 0 (NIBE's defaults); hot water is due from its start to its stop temperature and goes
 * first. A start is followed by at least six minutes of running, a stop by at least ten of rest.
 * Confined to the thread that steps it.
 */
final class Controller {
  private static final double START_DEGREE_MINUTES = -60;

  /** Degree minutes below the start at which an inverter runs at full speed. */
  private static final double FULL_SPEED_DEGREE_MINUTES = 400;

  private static final double FULL_SPEED_KELVIN = 12;
  private static final double SHORTEST_RUN_SECONDS = 360;
  private static final double SHORTEST_REST_SECONDS = 600;

  /** Warmer than this on average, nobody wants heating. */
  private static final double SEASON_ENDS_CELSIUS = 15;

  /** Warmer than this on average, the compressor must do alone. */
  private static final double HEATER_ENDS_CELSIUS = 5;

  private final Drive drive;
  private final Settings settings;
  private final HeatCurve curve;
  private final DegreeMinutes degreeMinutes;
  private final Heater heater;
  private boolean isHeatDue;
  private boolean isHotWaterDue;
  private boolean isSeason;
  private Task task = Task.NOTHING;
  private double wantedCelsius;
  private double sinceChangeSeconds = SHORTEST_REST_SECONDS;

  Controller(Drive drive, Settings settings, DegreeMinutes degreeMinutes, Heater heater) {
    this.drive = drive;
    this.settings = settings;
    this.curve = new HeatCurve(settings);
    this.degreeMinutes = degreeMinutes;
    this.heater = heater;
  }

  /** What the controller sees. */
  record Sensors(
      double outdoor, double outdoorMean, double room, double supply, double hotWaterCharging) {}

  Task task() {
    return task;
  }

  /** Whether the heating circuit is in use; outside the season it rests. */
  boolean isSeason() {
    return isSeason;
  }

  /** The supply temperature wanted, °C. */
  double wantedCelsius() {
    return wantedCelsius;
  }

  /** The compressor speed wanted while there is something to do. */
  double wantedHertz(double supplyCelsius) {
    return switch (task) {
      case NOTHING -> 0;
      case HOT_WATER -> drive.hotWaterHertz();
      case HEATING ->
          drive.at(
              (START_DEGREE_MINUTES - degreeMinutes.value()) / FULL_SPEED_DEGREE_MINUTES
                  + (wantedCelsius - supplyCelsius) / FULL_SPEED_KELVIN);
    };
  }

  /**
   * One decision.
   *
   * @param mayRun whether nothing forbids the compressor to run
   */
  void decide(Sensors sensors, boolean mayRun, double seconds) {
    sinceChangeSeconds += seconds;
    isSeason = sensors.outdoorMean < SEASON_ENDS_CELSIUS;
    wantedCelsius = curve.celsius(sensors.outdoor, sensors.room);
    countDegreeMinutes(sensors.supply, seconds);
    judgeNeeds(sensors.hotWaterCharging);
    if (mayRun) {
      chooseTask();
    } else {
      change(Task.NOTHING);
    }
    decideHeater(sensors.outdoorMean);
  }

  /** While hot water is charged the supply says nothing about the house: the count stands still. */
  private void countDegreeMinutes(double supplyCelsius, double seconds) {
    if (!isSeason) {
      degreeMinutes.set(0);
    } else if (task != Task.HOT_WATER) {
      degreeMinutes.count(supplyCelsius, wantedCelsius, seconds);
    }
  }

  private void judgeNeeds(double hotWaterCelsius) {
    double start = settings.of(Metric.HOT_WATER_START);
    double stop = Math.max(settings.of(Metric.HOT_WATER_STOP), start + 1);
    isHotWaterDue = hotWaterCelsius < (isHotWaterDue ? stop : start);
    double owed = degreeMinutes.value();
    isHeatDue = isSeason && (isHeatDue ? owed < 0 : owed <= START_DEGREE_MINUTES);
  }

  private void chooseTask() {
    boolean isRunning = task != Task.NOTHING;
    if (isHotWaterDue || isHeatDue) {
      if (isRunning || sinceChangeSeconds >= SHORTEST_REST_SECONDS) {
        change(isHotWaterDue ? Task.HOT_WATER : Task.HEATING);
      }
    } else if (isRunning && sinceChangeSeconds >= SHORTEST_RUN_SECONDS) {
      change(Task.NOTHING);
    }
  }

  private void change(Task next) {
    if ((task == Task.NOTHING) != (next == Task.NOTHING)) {
      sinceChangeSeconds = 0;
    }
    task = next;
  }

  private void decideHeater(double outdoorMeanCelsius) {
    if (isSeason && outdoorMeanCelsius < HEATER_ENDS_CELSIUS && task != Task.HOT_WATER) {
      heater.decide(degreeMinutes.value(), settings.of(Metric.MAX_ADD_HEAT) * 1000);
    } else {
      heater.rest();
    }
  }
}
