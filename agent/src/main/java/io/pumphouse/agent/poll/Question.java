package io.pumphouse.agent.poll;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Something to be done on the bus thread between two polls. Thread-safe.
 *
 * @param put what is done there
 * @param answer what comes of it, for whoever waits
 */
record Question<T>(Function<Rota, T> put, CompletableFuture<T> answer) {
  /** On the bus thread. */
  void answer(Rota rota) {
    try {
      answer.complete(put.apply(rota));
    } finally {
      answer.cancel(false); // Nobody waits for ever; of no effect if it was answered.
    }
  }
}
