package io.pumphouse.web.backup;

import java.util.List;
import java.util.function.Supplier;

/** Something that is made when it is first needed. Thread-safe. */
final class Later<T> {
  private final Supplier<T> making;
  private volatile List<T> made = List.of();

  Later(Supplier<T> making) {
    this.making = making;
  }

  T get() {
    if (made.isEmpty()) {
      make();
    }
    return made.getFirst();
  }

  private synchronized void make() {
    if (made.isEmpty()) {
      made = List.of(making.get());
    }
  }
}
