package io.pumphouse.agent.health;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/** Where the count of what is written each day outlives the agent. */
public interface WearMemory {
  /**
   * What was counted.
   *
   * @param over how long was counted
   * @param byAgent bytes this agent wrote
   * @param toDisk bytes everybody wrote to the disk under the data folder
   */
  record Worn(Duration over, long byAgent, long toDisk) {
    /** Nothing yet. */
    public static final Worn NONE = new Worn(Duration.ZERO, 0, 0);

    /** Both together. */
    public Worn plus(Worn more) {
      return new Worn(over.plus(more.over), byAgent + more.byAgent, toDisk + more.toDisk);
    }
  }

  /**
   * Adds to what was counted on a local day, and tells the day's sum; nothing is added and nothing
   * told while the disk refuses. Waits for the disk.
   */
  Optional<Worn> add(LocalDate day, Worn more);
}
