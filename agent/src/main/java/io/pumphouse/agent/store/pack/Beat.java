package io.pumphouse.agent.store.pack;

import java.util.Optional;

/**
 * When the samples of a strand were taken, in milliseconds; strands that are always answered
 * together have one beat.
 *
 * @param monos since boot
 * @param walls by the wall clock, as many
 */
record Beat(Longs monos, Longs walls) {
  /**
   * Polls come at an even pace, and the answers of a poll at an even distance from each other; so a
   * beat is told by how far it strays from that. The wall clock is as far ahead until it is set.
   *
   * @param before the one that was written before, if there is one
   */
  void write(Ink ink, Optional<Beat> before) {
    ink.number(monos.size());
    Longs ways = ways(before);
    long usual = ways.median();
    ink.signed(usual);
    for (int i = 0; i < ways.size(); i++) {
      ink.signed(ways.get(i) - usual);
    }
    Longs aheads = new Longs(monos.size());
    for (int i = 0; i < monos.size(); i++) {
      aheads.add(walls.get(i) - monos.get(i));
    }
    Deltas.write(ink, aheads);
  }

  static Beat read(Eye eye, Optional<Beat> before) {
    int size = eye.count();
    long usual = eye.signed();
    Beat beat = new Beat(new Longs(), new Longs());
    for (int i = 0; i < size; i++) {
      beat.monos.add(beat.start(i, size, before) + eye.signed() + usual);
    }
    long[] aheads = Deltas.read(eye, size);
    for (int i = 0; i < size; i++) {
      beat.walls.add(beat.monos.get(i) + aheads[i]);
    }
    return beat;
  }

  private Longs ways(Optional<Beat> before) {
    Longs ways = new Longs(monos.size());
    for (int i = 0; i < monos.size(); i++) {
      ways.add(monos.get(i) - start(i, monos.size(), before));
    }
    return ways;
  }

  /** What a time is told from: the same poll in the beat before, else the poll before in this. */
  private long start(int at, int size, Optional<Beat> before) {
    if (before.isPresent() && before.get().monos.size() == size) {
      return before.get().monos.get(at);
    }
    return at == 0 ? 0 : monos.get(at - 1);
  }
}
