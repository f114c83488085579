package io.pumphouse.agent.access;

import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.Accounts;
import io.pumphouse.web.model.Change;
import io.pumphouse.web.model.Entry;
import io.pumphouse.web.model.Identity;
import io.pumphouse.web.model.Role;
import io.pumphouse.web.model.Visitor;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Who may do what. Thread-safe. */
final class AccountBook implements Accounts {
  private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,30}[a-z0-9])?");
  private static final int MOST = 64;

  private final Rolls rolls;
  private final ClaimCode code;
  private final Passwords passwords;
  private final Lock lock;
  private final SessionBook sessions;
  private final Notebook notebook;
  private final TimeSource time;

  AccountBook(
      Rolls rolls,
      ClaimCode code,
      Passwords passwords,
      Lock lock,
      SessionBook sessions,
      Notebook notebook,
      TimeSource time) {
    this.rolls = rolls;
    this.code = code;
    this.passwords = passwords;
    this.lock = lock;
    this.sessions = sessions;
    this.notebook = notebook;
    this.time = time;
  }

  @Override
  public State state() {
    return rolls.state();
  }

  @Override
  public List<Account> accounts() {
    return rolls.roster().members().stream().map(Member::account).toList();
  }

  @Override
  public Entry claim(String typed, String name, String password, Visitor from) {
    Optional<Entry> no = code.refusal(typed, state(), from);
    if (no.isPresent()) {
      return no.get();
    }
    return switch (made("claimed", name, Role.OWNER, password, true)) {
      case Change.Refused(String field, String cause) -> new Entry.Refused(field, cause);
      case Change.Failed(String cause, String next) -> new Entry.Failed(cause, next);
      case Change.Done _ -> {
        notebook.changed(name, "the server is claimed from " + from.address());
        yield sessions.begin(rolls.roster().member(name).orElseThrow(), from);
      }
    };
  }

  @Override
  public Change add(Identity by, String name, Role role, String password) {
    Change change = made(name + " is a " + role.word() + " now", name, role, password, false);
    noteDone(by, change);
    return change;
  }

  private Change made(String what, String name, Role role, String password, boolean isFirst) {
    if (!NAME.matcher(name).matches()) {
      return new Change.Refused("user", "use 1 to 32 small letters, digits, dots and hyphens");
    }
    if (accounts().size() >= MOST) {
      return new Change.Refused("", "there are " + MOST + " accounts; remove one first");
    }
    return hashed(
        password,
        hash -> {
          synchronized (this) { // Two may claim at once, or add the same name.
            if (rolls.roster().member(name).isPresent()) {
              return new Change.Refused("user", "there is a " + name + " already");
            }
            return isFirst && state() != State.UNCLAIMED
                ? new Change.Refused("code", "somebody else claimed the server just now")
                : rolls.change(what, it -> it.with(new Member(name, role, hash, time.wall())));
          }
        });
  }

  @Override
  public synchronized Change remove(Identity by, String name) {
    if (rolls.roster().member(name).isEmpty()) {
      return new Change.Refused("", "there is no account \"" + name + "\"");
    }
    if (rolls.roster().isLastOwner(name)) {
      return new Change.Refused("", name + " is the last owner and stays");
    }
    List<String> tokens = tokensOf(name);
    Change change = rolls.change(name + " is removed", roster -> roster.without(name));
    if (change instanceof Change.Done) {
      sessions.endAllOf(name, "", "the account is removed");
      tokens.forEach(sessions::tellEnded);
    }
    noteDone(by, change);
    return change;
  }

  private List<String> tokensOf(String name) {
    return rolls.roster().tokens().stream()
        .filter(kept -> kept.issued().user().equals(name))
        .map(kept -> kept.issued().id())
        .toList();
  }

  @Override
  public Change setPassword(Identity by, String old, String password, Visitor from) {
    return switch (lock.open(by.user(), old, from)) {
      case Lock.Turned.Open(Member member) -> {
        Change change = hashed(password, hash -> changed(member, hash, by.proof().id()));
        noteDone(by, change);
        yield change;
      }
      case Lock.Turned.Shut(Entry.Wait(var wait)) ->
          new Change.Refused(
              "old", "too many tries; try again in " + (wait.toSeconds() + 1) + " s");
      case Lock.Turned.Shut(Entry.Failed(var cause, var next)) -> new Change.Failed(cause, next);
      case Lock.Turned.Shut(Entry.Refused _), Lock.Turned.Shut(Entry.LetIn _) ->
          new Change.Refused("old", "this is not your password");
    };
  }

  /**
   * Sets a password that was made here and so has no flaw, and ends all sessions of the account.
   */
  Change reset(Member member, String password) {
    return changed(member, passwords.hashAtOnce(password), "");
  }

  private Change changed(Member member, String hash, String spared) {
    Change change =
        rolls.change(
            "the password of " + member.name() + " is set",
            roster ->
                roster.member(member.name()).isPresent()
                    ? roster.with(member.withPassword(hash))
                    : roster);
    if (change instanceof Change.Done) {
      sessions.endAllOf(member.name(), spared, "the password was changed");
    }
    return change;
  }

  @Override
  public void note(Identity by, String what) {
    notebook.changed(by, what);
  }

  private void noteDone(Identity by, Change change) {
    if (change instanceof Change.Done(String what)) {
      notebook.changed(by, what);
    }
  }

  /** What is done with a hash. */
  @FunctionalInterface
  private interface Use {
    Change of(String hash);
  }

  private Change hashed(String password, Use use) {
    String flaw = Passwords.flawOf(password);
    if (!flaw.isEmpty()) {
      return new Change.Refused("password", flaw);
    }
    return passwords
        .hash(password)
        .map(use::of)
        .orElseGet(() -> new Change.Failed("too many passwords at once", "try again in a moment"));
  }
}
