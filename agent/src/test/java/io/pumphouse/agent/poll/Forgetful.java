package io.pumphouse.agent.poll;

import java.util.ArrayList;
import java.util.List;

/** Remembers nothing across runs, but what it was told in this one. Confined to one thread. */
final class Forgetful implements QuarantineMemory {
  final List<Confinement> confined = new ArrayList<>();
  final List<Confinement> released = new ArrayList<>();

  @Override
  public void confined(Confinement confinement) {
    confined.add(confinement);
  }

  @Override
  public void released(Confinement confinement) {
    released.add(confinement);
  }
}
