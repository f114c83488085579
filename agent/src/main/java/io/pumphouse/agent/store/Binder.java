package io.pumphouse.agent.store;

import io.pumphouse.agent.sqlite.Database;
import io.pumphouse.agent.sqlite.Outcome;
import io.pumphouse.agent.sqlite.Outcome.Done;
import io.pumphouse.agent.sqlite.Outcome.Failed;
import io.pumphouse.agent.sqlite.Session;
import io.pumphouse.agent.sqlite.Work;
import java.util.List;
import java.util.Optional;

/**
 * Binds the many small blocks that commits left into few long ones, once they are rolled up: what
 * does not change for hours is told once then, and not each half minute. One transaction takes the
 * parts away and puts the whole in their place, so a power cut leaves either. Confined to one
 * thread.
 */
final class Binder {
  private static final int STRETCHES_PER_ROUND = 16;
  private static final int PARTS_PER_TURN = 128;

  private final Database database;
  private final Readers readers;

  Binder(Database database, Readers readers) {
    this.database = database;
    this.readers = readers;
  }

  /** Binds what ended before a time, earliest first; what fails is tried in the next round. */
  void bind(long endedBefore) {
    Outcome<List<Long>> found =
        database.run(session -> Loose.earliest(session, endedBefore, STRETCHES_PER_ROUND));
    if (found instanceof Done<List<Long>>(List<Long> stretches)) {
      boolean isDone = true;
      for (int i = 0; i < stretches.size() && isDone && readers.isNone(); i++) {
        isDone = bindStretch(stretches.get(i));
      }
    }
  }

  private boolean bindStretch(long from) {
    Sheaf sheaf = new Sheaf();
    Optional<List<Part>> page = page(from, Spot.BEFORE_ALL);
    while (page.isPresent() && !page.get().isEmpty()) {
      for (Part part : page.get()) {
        if (!sheaf.takes(part)) {
          if (!keep(sheaf)) {
            return false;
          }
          sheaf = new Sheaf();
        }
        sheaf.add(part);
      }
      page = page(from, page.get().getLast().block().spot());
    }
    return page.isPresent() && keep(sheaf) && isDone(session -> Loose.remove(session, from));
  }

  private Optional<List<Part>> page(long from, Spot after) {
    return switch (database.run(session -> Blocks.parts(session, from, after, PARTS_PER_TURN))) {
      case Done<List<Part>>(List<Part> parts) -> Optional.of(parts);
      case Failed<List<Part>> _ -> Optional.empty(); // the health board tells why
    };
  }

  private boolean keep(Sheaf sheaf) {
    Optional<byte[]> bound = sheaf.bound();
    return bound.isEmpty() || isDone(session -> replace(session, sheaf, bound.get()));
  }

  /** The whole takes the number of its last part, so numbers still tell the order of hearing. */
  private boolean replace(Session session, Sheaf sheaf, byte[] bound) {
    if (!readers.isNone() || !sheaf.parts().stream().allMatch(part -> part.isStillIn(session))) {
      return false;
    }
    sheaf.parts().forEach(part -> Blocks.delete(session, part.id()));
    long number = sheaf.parts().stream().mapToLong(Part::id).max().orElseThrow();
    Blocks.insert(session, number, sheaf.boot(), sheaf.strands(), bound);
    return true;
  }

  private boolean isDone(Work<Boolean> turn) {
    return database.run(turn) instanceof Done<Boolean>(Boolean isDone) && isDone;
  }
}
