package io.pumphouse.agent.insight;

import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.web.model.Finding;
import io.pumphouse.web.model.Span;
import java.util.Optional;
import java.util.Set;

/** One rule that looks through a history, oldest piece first. Confined to one thread. */
interface Suspicion {
  /** What it reads. */
  Set<RegisterId> registers();

  void look(Piece piece);

  /** What it found, once it has seen all of this time; empty where nothing stands out. */
  Optional<Finding> finding(Span span);
}
