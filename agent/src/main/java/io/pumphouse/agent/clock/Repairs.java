package io.pumphouse.agent.clock;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has everyone who keeps stamps put them right. Confined to the clock's thread. */
final class Repairs {
  private static final Logger LOG = LoggerFactory.getLogger(Repairs.class);

  private final List<Stamped> stamped;
  private List<Correction> done = List.of();
  private Optional<RuntimeException> trouble = Optional.empty();

  Repairs(List<Stamped> stamped) {
    this.stamped = List.copyOf(stamped);
  }

  /** Carries out those of this boot; true once everyone has. */
  boolean carryOut(List<Correction> due) {
    if (due.equals(done)) {
      return true;
    }
    boolean isDone = all(due, (each, one) -> each.move(one.before(), one.by()));
    done = isDone ? due : done;
    return isDone;
  }

  /** Carries out those of an earlier boot; true once everyone has. */
  boolean carryOut(String boot, List<Correction> due) {
    return all(due, (each, one) -> each.moveEarlier(boot, one.before(), one.by()));
  }

  /** Why the last attempt failed, in words; empty when it did not. */
  Optional<String> trouble() {
    return trouble.map(Repairs::words);
  }

  /** One who cannot does not keep the others from it. */
  private boolean all(List<Correction> due, BiConsumer<Stamped, Correction> move) {
    Optional<RuntimeException> failed = Optional.empty();
    for (Stamped each : stamped) {
      try {
        due.forEach(one -> move.accept(each, one));
      } catch (RuntimeException failure) {
        failed = Optional.of(failure);
      }
    }
    if (failed.isPresent() && trouble.isEmpty()) {
      tell(failed.get());
    }
    trouble = failed;
    return failed.isEmpty();
  }

  /** Of a bug, what kind it is, too. */
  private static String words(RuntimeException failure) {
    return failure instanceof NotMoved expected ? expected.why() : failure.toString();
  }

  private static void tell(RuntimeException failure) {
    if (failure instanceof NotMoved) {
      LOG.warn("stamps are not put right yet, trying again: {}", words(failure));
    } else {
      LOG.error("stamps are not put right yet, trying again", failure);
    }
  }
}
