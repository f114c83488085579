package io.pumphouse.hal.rego;

import io.pumphouse.hal.reading.Moment;

/** What is known of where a pump has its sensors and outputs. */
public sealed interface Base {
  /** The pump has not answered since its line was last down. */
  record Unknown() implements Base {}

  /**
   * They are here.
   *
   * @param offset what is added to the addresses of the map
   */
  record Found(int offset) implements Base {}

  /**
   * None of the places that the model allows makes sense. Sensors and outputs are not asked until
   * it has been looked again; everything else is.
   *
   * @param cause what spoke against each place
   * @param next what a technician should do about it
   * @param at when it was looked
   */
  record NoneFits(String cause, String next, Moment at) implements Base {}
}
