package io.pumphouse.agent.access;

import io.pumphouse.web.model.Accounts.Account;
import io.pumphouse.web.model.Role;
import java.time.Instant;

/**
 * One account as it is kept.
 *
 * @param password its hash, with how it was made
 */
record Member(String name, Role role, String password, Instant since) {
  Account account() {
    return new Account(name, role, since);
  }

  Member withPassword(String hash) {
    return new Member(name, role, hash, since);
  }
}
