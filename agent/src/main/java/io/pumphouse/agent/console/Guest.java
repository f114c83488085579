package io.pumphouse.agent.console;

import io.pumphouse.web.model.Identity;
import io.pumphouse.web.model.Role;
import java.util.Set;

/**
 * Somebody at a console. Immutable.
 *
 * @param name what they are called
 * @param role what they may do
 * @param where what they sit at: {@code /dev/ttyGS0}
 * @param identity the account they logged in with; none for those who are trusted for being here
 */
record Guest(String name, Role role, String where, Set<Identity> identity) {
  Guest {
    identity = Set.copyOf(identity);
  }

  /** Somebody who may do everything because of where they are. */
  static Guest present(String name, String where) {
    return new Guest(name, Role.OWNER, where, Set.of());
  }

  static Guest of(Identity identity, String where) {
    return new Guest(identity.user(), identity.role(), where, Set.of(identity));
  }

  /** As events name them. */
  String who() {
    return name + " at " + where;
  }
}
