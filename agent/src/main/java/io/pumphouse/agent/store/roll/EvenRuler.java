package io.pumphouse.agent.store.roll;

/**
 * Steps of equal length.
 *
 * @param from where the first begins, milliseconds since 1970
 * @param step how long each is, in milliseconds
 * @param steps how many
 */
public record EvenRuler(long from, long step, int steps) implements Ruler {
  @Override
  public long start(int index) {
    return from + index * step;
  }

  @Override
  public int stepAt(long wall) {
    return Math.clamp(Math.floorDiv(wall - from, step), -1, steps);
  }
}
