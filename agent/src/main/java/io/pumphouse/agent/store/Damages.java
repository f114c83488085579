package io.pumphouse.agent.store;

import io.pumphouse.agent.store.pack.Unpacked;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was met in the file and could not be read; each is said once. Thread-safe. */
final class Damages {
  private static final Logger LOG = LoggerFactory.getLogger(Damages.class);

  private final Set<String> met = ConcurrentHashMap.newKeySet();

  /**
   * Takes note if it was damaged.
   *
   * @param what which part of the file was unpacked
   */
  void note(String what, Unpacked unpacked) {
    if (unpacked instanceof Unpacked.Damaged(String why) && met.add(what)) {
      LOG.warn("skipped {} of the readings: {}", what, why);
    }
  }

  int count() {
    return met.size();
  }
}
