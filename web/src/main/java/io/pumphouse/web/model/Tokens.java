package io.pumphouse.web.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What programs show instead of a password. Thread-safe. */
public interface Tokens {
  /** The longest life of a token. */
  Duration LONGEST_LIFE = Duration.ofDays(366);

  /**
   * One token.
   *
   * @param id its public name; knowing it lets nobody in
   * @param name what its maker calls it
   * @param user whose it is
   * @param role what it may do, as long as its owner may do as much
   * @param until when it ends by itself
   */
  record Issued(String id, String name, String user, Role role, Instant since, Instant until) {}

  /** What came of a wish for a token. */
  sealed interface Making {
    /**
     * Here it is.
     *
     * @param secret what the program shows; told once, never stored
     */
    record Made(String secret, Issued token) implements Making {}

    /** There is none, and this is why. */
    record NotMade(Change why) implements Making {}
  }

  /**
   * Makes one for oneself.
   *
   * @param role no more than one's own
   * @param life at most {@link #LONGEST_LIFE}
   */
  Making make(Identity by, String name, Role role, Duration life);

  /** Whose token this is; empty when it is none of ours, or over. Quick. */
  Optional<Identity> find(String secret);

  /** All that are not over, oldest first. */
  List<Issued> tokens();

  /** Ends one; whoever is no owner can only end their own. */
  Change revoke(Identity by, String id);
}
