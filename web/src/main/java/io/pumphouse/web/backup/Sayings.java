package io.pumphouse.web.backup;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What is to be said on the page that follows an order, once: a page that is opened again says
 * nothing that is no longer news. Bounded: the oldest goes. Thread-safe.
 */
final class Sayings {
  private static final int MOST = 32;

  private final Map<String, Saying> kept = new LinkedHashMap<>();

  /** Keeps it, under a number to ask for it by. */
  synchronized String keep(Saying saying) {
    String number = UUID.randomUUID().toString();
    kept.put(number, saying);
    if (kept.size() > MOST) {
      kept.remove(kept.keySet().iterator().next());
    }
    return number;
  }

  /** What was kept under this number, the first time it is asked for. */
  synchronized List<Saying> take(String number) {
    return Stream.ofNullable(kept.remove(number)).toList();
  }
}
