package io.pumphouse.agent.command;

/**
 * Accounts, for whoever stands at the machine itself: they can always get in. Thread-safe; setting
 * a password waits for its hash.
 */
public interface LocalAccounts {
  /** What came of asking. */
  sealed interface Told {
    /** What may be shown to whoever asked, and to nobody else. */
    record Secret(String text) implements Told {}

    /** There is none, and this is why. */
    record No(String cause, String next) implements Told {}
  }

  /** The code that makes the first account. */
  Told claimCode();

  /**
   * Gives an account a new password that nobody knew before, ends its sessions, and forgives all
   * wrong tries.
   *
   * @param by the user of this machine who asks
   */
  Told newPassword(String user, String by);
}
