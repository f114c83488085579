package io.pumphouse.agent.backup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Keeps runs from beginning while somebody handles a medium, and two from handling one at once.
 * Thread-safe.
 */
final class Barrier {
  private final List<Closure> closed = new ArrayList<>(); // none or one

  /**
   * Why no run of some jobs may begin.
   *
   * @param why what is done meanwhile
   * @param jobs tells of an id whether it is one of them
   */
  private record Closure(String why, Predicate<String> jobs) {}

  /** Closes it, unless it is closed: then says why it is. */
  synchronized Optional<String> close(String why, Predicate<String> jobs) {
    Optional<String> other = closed.stream().map(Closure::why).findFirst();
    if (other.isEmpty()) {
      closed.add(new Closure(why, jobs));
    }
    return other;
  }

  synchronized void open() {
    closed.clear();
    notifyAll();
  }

  /** Waits until it is open to this job. */
  synchronized void pass(String job) throws InterruptedException {
    while (closed.stream().anyMatch(closure -> closure.jobs().test(job))) {
      wait();
    }
  }
}
