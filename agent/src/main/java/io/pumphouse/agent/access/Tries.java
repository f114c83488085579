package io.pumphouse.agent.access;

import io.pumphouse.hal.reading.TimeSource;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How patient the door is. After a few wrong tries each further one has to wait twice as long, for
 * one account from one address, and more generously for one address and whatever account: a
 * stranger elsewhere can lock nobody out. Bounded and thread-safe; a restart forgives all.
 */
final class Tries {
  private static final int FREE_FOR_ACCOUNT = 4;
  private static final int FREE_FOR_ADDRESS = 12;
  private static final int MOST_DOUBLINGS = 9; // 512 s
  private static final int ROOM = 512;

  private final TimeSource time;
  private final Map<Key, Count> counts = new LinkedHashMap<>();

  private record Key(String user, String network) {}

  /**
   * Wrong tries so far.
   *
   * @param until when the next is looked at, by the clock that does not jump
   */
  private record Count(int wrong, long until) {}

  Tries(TimeSource time) {
    this.time = time;
  }

  /** How long this one has to wait; zero when it may try now. */
  synchronized Duration waitOf(String user, String address) {
    long wait =
        Math.max(left(new Key(user, network(address))), left(new Key("", network(address))));
    return Duration.ofNanos(Math.max(0, wait));
  }

  /** Counts a wrong try. */
  synchronized void wrong(String user, String address) {
    count(new Key(user, network(address)), FREE_FOR_ACCOUNT);
    count(new Key("", network(address)), FREE_FOR_ADDRESS);
  }

  /** Forgets the wrong tries of this account from this address. */
  synchronized void right(String user, String address) {
    counts.remove(new Key(user, network(address)));
    counts.remove(new Key("", network(address)));
  }

  /** Forgets everything, as when somebody stands at the machine itself. */
  synchronized void forgive() {
    counts.clear();
  }

  /** How many are remembered, of which there is a most. */
  synchronized int size() {
    return counts.size();
  }

  private long left(Key key) {
    Count count = counts.get(key);
    return count == null ? 0 : count.until() - time.nanos();
  }

  private void count(Key key, int free) {
    Count before = counts.remove(key); // and in again at the end: the longest unused goes first
    int wrong = before == null ? 1 : before.wrong() + 1;
    long seconds = wrong < free ? 0 : 1L << Math.min(MOST_DOUBLINGS, wrong - free);
    counts.put(key, new Count(wrong, time.nanos() + Duration.ofSeconds(seconds).toNanos()));
    if (counts.size() > ROOM) {
      counts.remove(counts.keySet().iterator().next());
    }
  }

  /** A house has one IPv4 address; of IPv6 it has a whole network of 64 bits. */
  private static String network(String address) {
    return address.contains(":") ? address.replaceAll("^((?:[0-9a-fA-F]*:){4}).*$", "$1") : address;
  }
}
