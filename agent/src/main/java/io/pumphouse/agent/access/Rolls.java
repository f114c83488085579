package io.pumphouse.agent.access;

import io.pumphouse.web.model.Accounts.State;
import io.pumphouse.web.model.Change;
import io.pumphouse.web.model.Health.Check;
import java.io.IOException;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The roster in memory and on the disk: what is not on the disk is not so. Thread-safe. */
final class Rolls {
  private static final String NEXT =
      "repair the file or move it away, restart the agent, and claim it anew";

  private final RosterFile file;
  private volatile RosterFile.Held held =
      new RosterFile.Held.Unreadable("access.yaml: not read yet");

  Rolls(RosterFile file) {
    this.file = file;
  }

  void open() {
    held = file.read();
  }

  State state() {
    return switch (held) {
      case RosterFile.Held.Nothing _ -> State.UNCLAIMED;
      case RosterFile.Held.All(Roster roster) ->
          roster.members().isEmpty() ? State.UNCLAIMED : State.CLAIMED;
      case RosterFile.Held.Unreadable _ -> State.UNREADABLE;
    };
  }

  Roster roster() {
    return switch (held) {
      case RosterFile.Held.All(Roster roster) -> roster;
      case RosterFile.Held.Nothing _, RosterFile.Held.Unreadable _ -> Roster.empty();
    };
  }

  /** Why nobody can be let in or changed; empty when nothing is in the way. */
  Optional<Change.Failed> trouble() {
    return held instanceof RosterFile.Held.Unreadable(String cause)
        ? Optional.of(new Change.Failed(cause, NEXT))
        : Optional.empty();
  }

  /** Writes the changed roster, and only then lets it count. */
  synchronized Change change(String what, UnaryOperator<Roster> how) {
    if (trouble().isPresent()) {
      return trouble().get();
    }
    Roster changed = how.apply(roster());
    try {
      file.write(changed);
    } catch (IOException e) {
      return new Change.Failed(
          "write access.yaml: " + e, "see that the data folder is writable and the disk not full");
    }
    held = new RosterFile.Held.All(changed);
    return new Change.Done(what);
  }

  Check check() {
    return switch (held) {
      case RosterFile.Held.Unreadable(String cause) -> Check.degraded("access", cause, NEXT);
      case RosterFile.Held.Nothing _ -> Check.well("access", "not claimed yet");
      case RosterFile.Held.All(Roster roster) ->
          Check.well("access", "accounts: " + roster.members().size());
    };
  }
}
