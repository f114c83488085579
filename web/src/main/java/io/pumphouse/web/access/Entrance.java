package io.pumphouse.web.access;

import io.pumphouse.web.model.Access;
import io.pumphouse.web.model.Accounts;
import io.pumphouse.web.model.Role;
import io.pumphouse.web.route.Need;

/**
 * Whom the server lets in. Immutable.
 *
 * @param access who has an account
 * @param isReadingOpen whether everybody may read
 * @param isExposed whether other machines can reach the server
 */
public record Entrance(Access access, boolean isReadingOpen, boolean isExposed) {
  /** A need with the configuration applied. */
  sealed interface Demand {
    record Nothing() implements Demand {}

    record AtLeast(Role role) implements Demand {}

    /** Nobody owns this server yet, and strangers can reach it. */
    record Claiming() implements Demand {}
  }

  Demand demand(Need need) {
    if (need != Need.PUBLIC && isExposed && isUnclaimed()) {
      return new Demand.Claiming();
    }
    return switch (need) {
      case PUBLIC -> new Demand.Nothing();
      case READER -> isReadingOpen ? new Demand.Nothing() : new Demand.AtLeast(Role.VIEWER);
      case VIEWER -> new Demand.AtLeast(Role.VIEWER);
      case TECHNICIAN -> new Demand.AtLeast(Role.TECHNICIAN);
      case OWNER -> new Demand.AtLeast(Role.OWNER);
    };
  }

  boolean isUnclaimed() {
    return access.accounts().state() == Accounts.State.UNCLAIMED;
  }
}
