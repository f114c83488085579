package io.pumphouse.hal.sim;

import io.pumphouse.hal.reading.Metric;
import java.time.Instant;

/**
 * The machine, the house, the ground and the people, joined: one step lets every part act once.
 * Confined to the thread that steps it.
 */
final class Plant {
  /** With this delay a falling memory of the outdoors comes closest to a mean over 24 hours. */
  private static final double OUTDOOR_MEAN_SECONDS = 43_200;

  /** Speed of the brine pump: rises with the compressor's so that brine cools by about 3 K. */
  private static final double BRINE_SHARE_LOW = 0.35;

  private static final double BRINE_SHARE_PER_HERTZ = 0.006;

  final Settings settings = new Settings();
  final DegreeMinutes degreeMinutes = new DegreeMinutes(-30);
  final Heater heater = new Heater();
  final Refrigerant refrigerant = new Refrigerant();
  final Borehole ground = new Borehole();
  final Tank tank = new Tank(50, 48);
  final House house;
  final WaterCircuit water;
  final Compressor compressor;
  final Controller controller;
  final Meters meters;
  final Mains mains;
  final Lag outdoorMean;
  final LowPressureSwitch lowPressure;

  private final Weather weather;
  private final Taps taps;
  private double outdoorCelsius;
  private boolean isBrinePumpStuck;

  Plant(long seed, Drive drive, Instant start) {
    this.weather = new Weather(seed);
    this.taps = new Taps(seed);
    this.outdoorCelsius = weather.celsius(start);
    this.outdoorMean = new Lag(weather.meanCelsius(start));
    double circuit = circuitCelsius(outdoorMean.value());
    this.house = new House(21, circuit);
    this.water = new WaterCircuit(circuit);
    this.compressor = new Compressor(drive);
    this.controller = new Controller(drive, settings, degreeMinutes, heater);
    this.meters = new Meters(new Chance(seed, "past"));
    this.mains = new Mains(seed);
    this.lowPressure = new LowPressureSwitch(start);
  }

  /** The heating circuit at which a house of 21 °C loses as much as it gets. */
  private static double circuitCelsius(double outdoorMeanCelsius) {
    double need = House.LOSS_WATTS_PER_KELVIN * (21 - outdoorMeanCelsius) - House.PEOPLE_WATTS;
    return 21 + Math.max(0, need) / House.EMITTER_WATTS_PER_KELVIN;
  }

  double outdoorCelsius() {
    return outdoorCelsius;
  }

  double brinePumpShare() {
    return compressor.isRunning() && !isBrinePumpStuck
        ? Math.min(1, BRINE_SHARE_LOW + BRINE_SHARE_PER_HERTZ * compressor.hertz())
        : 0;
  }

  /** Everything the machine draws from the mains, W. */
  double electricWatts() {
    return evenWatts() + heater.watts();
  }

  /** What it draws from all phases alike, W. */
  double evenWatts() {
    return compressor.electricWatts()
        + Mains.heatingPumpWatts(water.pumpShare())
        + Mains.brinePumpWatts(brinePumpShare())
        + Mains.STANDBY_WATTS;
  }

  boolean isHotWaterOn() {
    return controller.task() == Task.HOT_WATER;
  }

  /** One step that ends at this time. */
  void step(Instant at, double seconds) {
    outdoorCelsius = weather.celsius(at);
    outdoorMean.follow(outdoorCelsius, OUTDOOR_MEAN_SECONDS, seconds);
    controller.decide(sensors(), !lowPressure.isOpen(), seconds);
    runCompressor(seconds);
    ground.advance(compressor.brineWatts(), brinePumpShare(), seconds);
    lowPressure.watch(ground.brineOutCelsius(), at);
    carryHeat(seconds);
    double heat = compressor.heatWatts() + heater.watts();
    double toTank = isHotWaterOn() ? heat : 0;
    house.advance(heat - toTank, outdoorCelsius, weather.sunWatts(at), seconds);
    tank.advance(toTank, taps.litresPerSecond(at), seconds);
    count(heat - toTank, toTank, seconds);
  }

  private Controller.Sensors sensors() {
    return new Controller.Sensors(
        outdoorCelsius,
        outdoorMean.value(),
        house.roomCelsius(),
        water.supplyCelsius(),
        tank.chargingCelsius());
  }

  private void runCompressor(double seconds) {
    if (controller.task() == Task.NOTHING) {
      compressor.rest();
      refrigerant.rest(seconds);
      return;
    }
    double evaporating = Refrigerant.evaporatingCelsius(ground.brineOutCelsius());
    double condensing = Refrigerant.condensingCelsius(water.outCelsius());
    double hertz = controller.wantedHertz(water.supplyCelsius());
    compressor.run(hertz, evaporating, condensing, seconds);
    refrigerant.run(evaporating, condensing, compressor.hertz(), seconds);
  }

  private void carryHeat(double seconds) {
    double compressorWatts = compressor.heatWatts();
    if (isHotWaterOn()) {
      double jacket = tank.chargingCelsius() + compressorWatts / Tank.JACKET_WATTS_PER_KELVIN;
      water.carry(compressorWatts, 0, jacket, seconds);
    } else if (controller.isSeason() || compressor.isRunning()) {
      water.carry(compressorWatts, heater.watts(), house.circuitCelsius(), seconds);
    } else {
      water.stand(house.roomCelsius(), seconds);
    }
  }

  private void count(double toHouse, double toTank, double seconds) {
    meters.count(
        new Meters.Flows(electricWatts(), toHouse, toTank, compressor.brineWatts()),
        controller.task(),
        compressor.isRunning(),
        heater.steps() > 0,
        seconds);
  }

  /** The brine pump stands still from now on, whatever it is told. */
  void stickBrinePump() {
    isBrinePumpStuck = true;
  }

  /** Resetting the alarm restarts the controller, and a restart frees a pump that only stuck. */
  void resetAlarm() {
    isBrinePumpStuck = false;
    lowPressure.reset();
  }

  /** Changes what a person may change; false if there is no such setting. */
  boolean change(Metric metric, double value) {
    if (metric == Metric.DEGREE_MINUTES) {
      degreeMinutes.set(value);
      return true;
    }
    return settings.change(metric, value);
  }
}
