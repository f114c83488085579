package io.pumphouse.web.model;

/**
 * Who may do what, and how they show who they are.
 *
 * @param accounts people
 * @param sessions their browsers
 * @param tokens their programs
 */
public record Access(Accounts accounts, Sessions sessions, Tokens tokens) {
  /**
   * Whether somebody who came in with this proof may stay.
   *
   * @param proof the public name of a session or token; empty for whoever needed none
   */
  public boolean isGood(String proof) {
    return proof.isEmpty()
        || sessions.isOpen(proof)
        || tokens.tokens().stream().anyMatch(token -> token.id().equals(proof));
  }
}
