package io.pumphouse.hal.h66;

/**
 * A page of the gateway and what is made of it.
 *
 * @param <T> what it tells
 */
interface Page<T> {
  /** Where it is: {@code /api/alldata}. */
  String path();

  /** What is asked by asking for it, in words. */
  String question();

  /** What the object on it tells. */
  Sheet<T> read(Json.Thing thing);

  /**
   * What a page tells.
   *
   * @param words the same for a technician: {@code 37 numbers}
   */
  record Sheet<T>(T content, String words) {}
}
