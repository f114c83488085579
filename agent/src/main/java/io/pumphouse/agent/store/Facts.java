package io.pumphouse.agent.store;

import io.pumphouse.agent.config.StoreConfig;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What the store holds, for people. Immutable.
 *
 * @param series how many registers of all pumps
 * @param blocks how many packed blocks of raw readings
 * @param samples how many samples are in them
 * @param bytes what each level takes, packed: raw, minute, quarter, hour, day
 * @param fileBytes what the file and its journal take on the disk
 * @param ends the earliest reading and the latest, by the wall clock; empty while there are none
 * @param config how long each level is kept
 * @param damaged blocks and chunks that were met since the start and could not be read
 * @param due chunks that are still to be rolled up
 */
public record Facts(
    long series,
    long blocks,
    Headcount samples,
    Map<String, Long> bytes,
    long fileBytes,
    List<Instant> ends,
    StoreConfig config,
    int damaged,
    long due) {
  public Facts {
    bytes = Map.copyOf(bytes);
    ends = List.copyOf(ends);
  }
}
