package io.pumphouse.agent.store.pack;

import java.util.ArrayList;
import java.util.List;

/**
 * The times of a block, once for all series that share them: since boot as the change of the usual
 * distance (polls come at an even pace), and what the wall clock is ahead of that (which is the
 * same until the clock is set). Milliseconds. Confined to one thread.
 */
final class Track {
  private final List<Long> usual = new ArrayList<>();
  private boolean isBegun;
  private long mono;
  private long ahead;

  /**
   * @param slot the how manieth answer of its poll, for each has a pace of its own
   */
  void write(Ink ink, int slot, long nextMono, long nextWall) {
    long distance = nextMono - mono;
    long nextAhead = nextWall - nextMono;
    ink.signed(distance - usualOf(slot));
    ink.signed(nextAhead - ahead);
    moveTo(slot, distance, nextAhead);
  }

  void read(Eye eye, int slot) {
    long distance = eye.signed() + usualOf(slot);
    moveTo(slot, distance, eye.signed() + ahead);
  }

  long mono() {
    return mono;
  }

  long wall() {
    return mono + ahead;
  }

  private void moveTo(int slot, long distance, long nextAhead) {
    usual.set(slot, isBegun ? distance : 0); // the first is the way from boot, not a pace
    isBegun = true;
    mono += distance;
    ahead = nextAhead;
  }

  private long usualOf(int slot) {
    while (usual.size() <= slot) {
      usual.add(0L);
    }
    return usual.get(slot);
  }
}
