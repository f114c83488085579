package io.pumphouse.hal.sim;

/**
 * A house with floor heating: rooms that lose heat to the outdoors, and a heating circuit that
 * gives heat to the rooms. Two lumps of heat, joined by one conductance:
 *
 * <pre>
 *   C_circuit dT_circuit/dt = heat supplied - K (T_circuit - T_room)
 *   C_room    dT_room/dt    = K (T_circuit - T_room) + sun + people - H (T_room - T_outdoor)
 * </pre>
 *
 * Confined to the thread that steps it.
 */
final class House {
  /** H: a well insulated house of 140 m², ventilation included. */
  static final double LOSS_WATTS_PER_KELVIN = 130;

  /** A time constant of 100 h, usual for a wooden house on a concrete slab. */
  private static final double ROOM_JOULES_PER_KELVIN = LOSS_WATTS_PER_KELVIN * 100 * 3600;

  /** K: 16 K over the room give 4.3 kW. */
  static final double EMITTER_WATTS_PER_KELVIN = 270;

  /** 200 l of water and the screed around the pipes. */
  private static final double CIRCUIT_JOULES_PER_KELVIN = 2.5e6;

  /** People, cooking, lamps. */
  static final double PEOPLE_WATTS = 400;

  /** Above this somebody opens windows, if that helps. */
  private static final double WINDOWS_OPEN_CELSIUS = 23.5;

  private static final double WINDOWS_FACTOR = 3;

  private double roomCelsius;
  private double circuitCelsius;

  House(double roomCelsius, double circuitCelsius) {
    this.roomCelsius = roomCelsius;
    this.circuitCelsius = circuitCelsius;
  }

  double roomCelsius() {
    return roomCelsius;
  }

  /** Mean temperature of the water in the heating circuit, °C. */
  double circuitCelsius() {
    return circuitCelsius;
  }

  /** Heat stored above 0 °C, J. */
  double storedJoules() {
    return roomCelsius * ROOM_JOULES_PER_KELVIN + circuitCelsius * CIRCUIT_JOULES_PER_KELVIN;
  }

  /** One step; the pump supplies {@code heatWatts} to the circuit. */
  void advance(double heatWatts, double outdoorCelsius, double sunWatts, double seconds) {
    double emittedWatts = EMITTER_WATTS_PER_KELVIN * (circuitCelsius - roomCelsius);
    double lostWatts = lossWattsPerKelvin(outdoorCelsius) * (roomCelsius - outdoorCelsius);
    circuitCelsius += (heatWatts - emittedWatts) * seconds / CIRCUIT_JOULES_PER_KELVIN;
    roomCelsius +=
        (emittedWatts + sunWatts + PEOPLE_WATTS - lostWatts) * seconds / ROOM_JOULES_PER_KELVIN;
  }

  private double lossWattsPerKelvin(double outdoorCelsius) {
    boolean isAired = roomCelsius > WINDOWS_OPEN_CELSIUS && outdoorCelsius < roomCelsius;
    return isAired ? LOSS_WATTS_PER_KELVIN * WINDOWS_FACTOR : LOSS_WATTS_PER_KELVIN;
  }
}
