package io.pumphouse.web.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Browsers that are logged in. Thread-safe. */
public interface Sessions {
  /**
   * One browser that is logged in.
   *
   * @param id its public name; knowing it lets nobody in
   * @param since when somebody logged in
   * @param seen when it was last used, to the hour
   */
  record Open(String id, String user, Visitor from, Instant since, Instant seen) {}

  /** Lets somebody in; waits for the hash of the password, one at a time. */
  Entry logIn(String user, String password, Visitor from);

  /** Whose session this is; empty when it is none of ours, or over. Quick. */
  Optional<Identity> find(String secret);

  /**
   * Whether the session of this public name is open. Asking counts as use: a dashboard on the wall
   * is watched, though it asks for nothing.
   */
  boolean isOpen(String id);

  /** Ends what was begun. */
  interface Subscription extends AutoCloseable {
    @Override
    void close();
  }

  /** Tells the public name of each session and token that ends; the ear must be quick. */
  Subscription whenEnded(Consumer<String> ear);

  /** All that are open, newest first. */
  List<Open> sessions();

  /** Ends one; whoever is no owner can only end their own. */
  Change end(Identity by, String id);
}
