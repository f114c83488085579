package io.pumphouse.agent.health;

import io.pumphouse.web.model.Health;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Asks every room how it is, each time somebody looks. Immutable; as thread-safe as the rooms it
 * asks.
 */
public final class HealthBoard implements Health {
  private final BooleanSupplier polling;
  private final List<Supplier<List<Check>>> rooms;

  /**
   * A board over these rooms.
   *
   * @param polling whether every poll loop comes round
   * @param rooms in the order shown
   */
  public HealthBoard(BooleanSupplier polling, List<Supplier<List<Check>>> rooms) {
    this.polling = polling;
    this.rooms = List.copyOf(rooms);
  }

  @Override
  public Report report() {
    return new Report(
        polling.getAsBoolean(),
        rooms.stream().flatMap(room -> room.get().stream()).map(HealthBoard::withStep).toList());
  }

  /** Nobody is left alone with a trouble, whatever a room has forgotten to say. */
  private static Check withStep(Check check) {
    return check.isWell() || !check.next().isBlank()
        ? check
        : Check.degraded(
            check.name(), check.cause(), "pumphouse doctor looks closer, and the log has more");
  }
}
