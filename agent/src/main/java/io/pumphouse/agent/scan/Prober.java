package io.pumphouse.agent.scan;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Looks for pumps of one protocol, with questions that change nothing. */
sealed interface Prober permits ModbusProber, RegoProber, H1Prober {
  /**
   * What to try at this place, the likeliest first; nothing where its protocol is not spoken;
   * bounded, so that all of it takes a minute or so.
   *
   * @param units the units to ask; empty lets the prober choose
   */
  List<Attempt> attempts(Place place, Set<Integer> units);

  /** Makes one of these attempts, on a line of its own, and tells what it is asking. */
  Sighting look(Attempt attempt, Consumer<String> say);
}
