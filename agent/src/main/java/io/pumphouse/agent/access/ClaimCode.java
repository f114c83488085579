package io.pumphouse.agent.access;

import io.pumphouse.web.model.Accounts.State;
import io.pumphouse.web.model.Entry;
import io.pumphouse.web.model.Visitor;
import java.time.Duration;
import java.util.Optional;

/**
 * What whoever stands at the machine can read and nobody else can guess: 60 bits, anew with each
 * start, kept nowhere but in memory. Thread-safe.
 */
final class ClaimCode {
  private static final int GROUPS = 3;

  // No account is called like this, so that its tries are counted apart.
  private static final String AT_THE_CLAIM = "(claim)";

  private final String code;
  private final Tries tries;
  private final Notebook notebook;

  ClaimCode(Secrets secrets, Tries tries, Notebook notebook) {
    this.code = secrets.code(GROUPS);
    this.tries = tries;
    this.notebook = notebook;
  }

  String text() {
    return code;
  }

  /** Why this one may not claim; empty if they may. */
  Optional<Entry> refusal(String typed, State state, Visitor from) {
    if (state != State.UNCLAIMED) {
      return Optional.of(new Entry.Refused("code", "this server has an owner already; log in"));
    }
    Duration wait = tries.waitOf(AT_THE_CLAIM, from.address());
    if (wait.isPositive()) {
      return Optional.of(new Entry.Wait(wait));
    }
    if (Secrets.areSame(Secrets.readAloud(typed), Secrets.readAloud(code))) {
      return Optional.empty();
    }
    tries.wrong(AT_THE_CLAIM, from.address());
    notebook.failed("somebody", from, "the claim code is wrong");
    return Optional.of(
        new Entry.Refused(
            "code", "this is not the code; \"pumphouse claim-code\" prints it on the machine"));
  }
}
