package io.pumphouse.web.model;

/**
 * Somebody with an account, and how that was proved.
 *
 * @param user the account's name
 * @param role what they may do
 * @param proof what they showed
 */
public record Identity(String user, Role role, Proof proof) {
  /** How somebody proved who they are. */
  public sealed interface Proof {
    /** The public name of the session or token. */
    String id();
  }

  /** By the cookie of a session. */
  public record BySession(String id) implements Proof {}

  /** By an API token. */
  public record ByToken(String id) implements Proof {}
}
