package io.pumphouse.hal.map;

/**
 * One mistake in a register map, for the person who wrote the map.
 *
 * @param file the map file
 * @param line the line in it, from 1
 * @param found what stands there
 * @param accepted what could stand there instead
 */
public record MapProblem(String file, int line, String found, String accepted) {
  /** As a compiler would print it: {@code maps/x.csv:14: type "s17": use one of …}. */
  @Override
  public String toString() {
    return file + ":" + line + ": " + found + ": " + accepted;
  }
}
