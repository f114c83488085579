package io.pumphouse.web.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Who wants which chart, and when it is due: at once after each request, then every 30 s. One wish
 * for each client, the newest. Confined to its owner's lock.
 *
 * @param <C> a client
 */
final class GraphTimes<C> {
  static final Duration EVERY = Duration.ofSeconds(30);

  private final Map<C, Due> dues = new HashMap<>();

  private record Due(GraphWish wish, long at) {}

  /** This client wants this from now on. */
  void change(C client, GraphWish wish, long now) {
    dues.put(client, new Due(wish, now));
  }

  /** This client wants its chart at once; false if it never said which. */
  boolean update(C client, long now) {
    return dues.computeIfPresent(client, (_, due) -> new Due(due.wish(), now)) != null;
  }

  void forget(C client) {
    dues.remove(client);
  }

  /**
   * Those who are to be told now, by wish, so that equal ones are drawn once; due again later.
   *
   * @param rest what is left of a wish once it is told
   */
  Map<GraphWish, List<C>> take(long now, UnaryOperator<GraphWish> rest) {
    Map<GraphWish, List<C>> taken = new HashMap<>();
    dues.replaceAll(
        (client, due) -> {
          if (due.at() - now > 0) {
            return due;
          }
          taken.computeIfAbsent(due.wish(), _ -> new ArrayList<>()).add(client);
          return new Due(rest.apply(due.wish()), now + EVERY.toNanos());
        });
    return taken;
  }

  /** How long until the next is due, ns; at most 30 s. */
  long untilNext(long now) {
    return dues.values().stream()
        .mapToLong(due -> due.at() - now)
        .reduce(EVERY.toNanos(), Math::min);
  }
}
