package io.pumphouse.web.model;

import java.time.Instant;
import java.util.List;

/**
 * Who may do what. Thread-safe. Setting a password waits for its hash, so ask on a thread that may
 * wait; the rest is quick but for the disk.
 */
public interface Accounts {
  /** Whether there are accounts. */
  enum State {
    /** None was ever made: whoever has the claim code may make the first. */
    UNCLAIMED,
    CLAIMED,
    /** The file cannot be read, so nobody is let in and nothing may be claimed. */
    UNREADABLE
  }

  /**
   * One account.
   *
   * @param name what its owner logs in with
   * @param since when it was made
   */
  record Account(String name, Role role, Instant since) {}

  State state();

  /** In the order they were made. */
  List<Account> accounts();

  /** Makes the first account, an owner's, for whoever has the claim code, and lets them in. */
  Entry claim(String code, String name, String password, Visitor from);

  Change add(Identity by, String name, Role role, String password);

  /** Ends its sessions and tokens too. The last owner stays. */
  Change remove(Identity by, String name);

  /** Keeps as an event what somebody did to another in other ways than these. */
  void note(Identity by, String what);

  /** Sets one's own password; ends all one's other sessions. */
  Change setPassword(Identity by, String old, String password, Visitor from);
}
