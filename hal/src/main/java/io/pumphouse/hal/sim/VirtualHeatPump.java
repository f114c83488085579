package io.pumphouse.hal.sim;

import io.pumphouse.hal.reading.Metric;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A ground-source heat pump that does not exist, in a house that does not either: for the demo, for
 * tests, and for whoever writes another Modbus client. It follows from its seed, its start and what
 * is set on it, and from nothing else; in particular not from how often or in what portions time is
 * advanced, because it always moves in steps of ten seconds counted from its start.
 *
 * <p>Confined to one thread at a time.
 */
public final class VirtualHeatPump {
  /** The step of the physics. The quickest thing in it, a sensor pocket, takes 30 s. */
  public static final Duration STEP = Duration.ofSeconds(10);

  private static final double STEP_SECONDS = (double) STEP.toSeconds();
  private static final Duration WARM_UP = Duration.ofDays(2);

  private final Plant plant;
  private final Gauges gauges;
  private Instant now;

  /**
   * A pump at rest, in a warm house, with four years of use on its meters.
   *
   * @param seed what weather, people and past depend on
   * @param drive how its compressor is driven
   * @param start the simulated time to begin at
   */
  public VirtualHeatPump(long seed, Drive drive, Instant start) {
    this.plant = new Plant(seed, drive, start);
    this.gauges = new Gauges(plant, this::now);
    this.now = start;
  }

  /** A pump that has been at work for two days when it reaches this time; costs milliseconds. */
  public static VirtualHeatPump atWork(long seed, Drive drive, Instant at) {
    VirtualHeatPump pump = new VirtualHeatPump(seed, drive, at.minus(WARM_UP));
    pump.advanceTo(at);
    return pump;
  }

  /**
   * The same with what is wrong with it: with {@link SimFault#ALARM} its brine pump got stuck a day
   * ago, and it stopped when it next wanted to run.
   */
  public static VirtualHeatPump atWork(long seed, Drive drive, Instant at, Faults faults) {
    if (!faults.strikes(SimFault.ALARM)) {
      return atWork(seed, drive, at);
    }
    VirtualHeatPump pump = atWork(seed, drive, at.minus(Duration.ofDays(1)));
    pump.plant.stickBrinePump();
    pump.advanceTo(at);
    return pump;
  }

  /** When the alarm began that it has now or had last; empty if it never had one. */
  public Optional<Instant> alarmedAt() {
    LowPressureSwitch last = plant.lowPressure;
    return last.hasOpened() ? Optional.of(last.openedAt()) : Optional.empty();
  }

  /** The simulated time that the values are from: never ahead of what was asked for. */
  public Instant now() {
    return now;
  }

  /**
   * Lets time pass up to here, in whole steps; what is left over passes next time. A time in the
   * past changes nothing.
   */
  public void advanceTo(Instant target) {
    for (Instant next = now.plus(STEP); !next.isAfter(target); next = now.plus(STEP)) {
      plant.step(next, STEP_SECONDS);
      now = next;
    }
  }

  /**
   * What it is now, in {@link Metric#unit()}; empty for what this pump has not (flow, external
   * supply sensor, defrosting) and for codes that are each make's own.
   */
  public OptionalDouble value(Metric metric) {
    return gauges.value(metric);
  }

  /**
   * Turns a knob: heat curve and offset, room and hot-water temperatures, the most additional heat,
   * degree minutes.
   *
   * @param value in {@link Metric#unit()}; the caller keeps to the limits
   * @return whether this pump has that knob
   */
  public boolean change(Metric metric, double value) {
    return plant.change(metric, value);
  }

  /** What the compressor works for. */
  Task task() {
    return plant.controller.task();
  }

  /** The inside, for the makes' own ways of telling it. */
  Plant plant() {
    return plant;
  }
}
