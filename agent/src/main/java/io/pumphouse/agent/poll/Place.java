package io.pumphouse.agent.poll;

import io.pumphouse.agent.command.Workload;
import io.pumphouse.hal.reading.PumpId;
import java.time.Duration;
import java.util.List;

/**
 * One bus, and the pumps on it.
 *
 * @param line what a technician calls it
 * @param assignments the pumps and what is asked of each, at least one
 * @param hangUp ends a read that is under way by closing the line, from whatever thread; the line
 *     may be opened again by the next question, and hung up again
 */
public record Place(String line, List<Assignment> assignments, Runnable hangUp) {
  public Place {
    assignments = List.copyOf(assignments);
  }

  /** What asking one of the pumps on time takes of the line, for when no poller asks them. */
  public Workload workload(PumpId pump) {
    Duration others = Duration.ZERO;
    List<Workload.Occasion> own = List.of();
    for (Assignment each : assignments) {
      List<Workload.Occasion> load =
          Occasions.planned(Occasions.of(each.intervals()), each.pump(), _ -> true);
      if (each.id().equals(pump)) {
        own = load;
      } else {
        others = others.plus(Workload.perSecond(load));
      }
    }
    return new Workload(own, others);
  }
}
