package io.pumphouse.agent.access;

import io.pumphouse.web.model.Change;
import io.pumphouse.web.model.Entry;
import io.pumphouse.web.model.Visitor;
import java.time.Duration;
import java.util.Optional;

/** Tries a password on an account, with the patience of the door. Thread-safe. */
final class Lock {
  private static final Duration BUSY = Duration.ofSeconds(5);

  private final Rolls rolls;
  private final Passwords passwords;
  private final Tries tries;
  private final Notebook notebook;

  Lock(Rolls rolls, Passwords passwords, Tries tries, Notebook notebook) {
    this.rolls = rolls;
    this.passwords = passwords;
    this.tries = tries;
    this.notebook = notebook;
  }

  /** What came of it. */
  sealed interface Turned {
    record Open(Member member) implements Turned {}

    record Shut(Entry why) implements Turned {}
  }

  Turned open(String user, String password, Visitor from) {
    Optional<Change.Failed> trouble = rolls.trouble();
    if (trouble.isPresent()) {
      return new Turned.Shut(new Entry.Failed(trouble.get().cause(), trouble.get().next()));
    }
    Duration wait = tries.waitOf(user, from.address());
    return wait.isPositive() ? new Turned.Shut(new Entry.Wait(wait)) : tried(user, password, from);
  }

  private Turned tried(String user, String password, Visitor from) {
    Optional<Member> member = rolls.roster().member(user);
    String hash = member.map(Member::password).orElse(Passwords.NOBODYS);
    Optional<Boolean> isRight = passwords.isRight(password, hash);
    if (isRight.isEmpty()) {
      return new Turned.Shut(new Entry.Wait(BUSY));
    }
    if (isRight.get() && member.isPresent()) {
      tries.right(user, from.address());
      return new Turned.Open(member.get());
    }
    tries.wrong(user, from.address());
    notebook.failed(
        member.map(Member::name).orElse("an unknown name"), from, "name or password is wrong");
    return new Turned.Shut(new Entry.Refused("password", "name or password is wrong"));
  }
}
