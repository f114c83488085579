package io.pumphouse.web.sample;

import io.pumphouse.web.model.Access;
import io.pumphouse.web.model.Accounts;
import io.pumphouse.web.model.Change;
import io.pumphouse.web.model.Entry;
import io.pumphouse.web.model.Identity;
import io.pumphouse.web.model.Role;
import io.pumphouse.web.model.Sessions;
import io.pumphouse.web.model.Tokens;
import io.pumphouse.web.model.Visitor;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Consumer;

/**
 * A house with one user for each role, named after it. Each has the session {@code ROLE-session}
 * and the token {@code ROLE-token}; the password of all is {@code open sesame}. What is changed is
 * kept as words.
 */
public final class FakeAccess implements Accounts, Sessions {
  public static final State CLAIMED = State.CLAIMED;
  private static final Instant SINCE = Instant.parse("2026-01-02T03:04:05Z");

  private final State state;
  private final List<String> changes = new CopyOnWriteArrayList<>();
  private final Set<String> over = new CopyOnWriteArraySet<>();
  private final List<Consumer<String>> ears = new CopyOnWriteArrayList<>();

  public FakeAccess(State state) {
    this.state = state;
  }

  public Access access() {
    return new Access(this, this, new FakeTokens());
  }

  /** What was changed, in order. */
  public List<String> changes() {
    return List.copyOf(changes);
  }

  @Override
  public State state() {
    return state;
  }

  @Override
  public List<Account> accounts() {
    return Arrays.stream(Role.values()).map(role -> new Account(role.word(), role, SINCE)).toList();
  }

  @Override
  public Entry claim(String code, String name, String password, Visitor from) {
    return code.equals("the code")
        ? letIn("owner", "claimed by " + name)
        : new Entry.Refused("code", "this is not the code");
  }

  @Override
  public Change add(Identity by, String name, Role role, String password) {
    return password.length() < 10
        ? new Change.Refused("password", "too short")
        : done("%s added %s as %s".formatted(by.user(), name, role.word()));
  }

  @Override
  public Change remove(Identity by, String name) {
    return done(by.user() + " removed " + name);
  }

  @Override
  public void note(Identity by, String what) {
    changes.add(by.user() + " " + what);
  }

  @Override
  public Change setPassword(Identity by, String old, String password, Visitor from) {
    return done(by.user() + " set a password");
  }

  @Override
  public Entry logIn(String user, String password, Visitor from) {
    if (user.equals("hasty")) {
      return new Entry.Wait(Duration.ofSeconds(7));
    }
    return password.equals("open sesame")
        ? letIn(user, user + " logged in from " + from.address())
        : new Entry.Refused("password", "name or password is wrong");
  }

  private Entry letIn(String user, String what) {
    changes.add(what);
    return new Entry.LetIn(
        user + "-session", identity(user + "-session", "-session").orElseThrow());
  }

  @Override
  public Optional<Identity> find(String secret) {
    return identity(secret, "-session");
  }

  /** Lets the session or token of this public name run out, which tells nobody. */
  public void runOut(String id) {
    over.add(id);
  }

  @Override
  public boolean isOpen(String id) {
    return id.startsWith("s-") && !over.contains(id);
  }

  private static Optional<Identity> identity(String secret, String ending) {
    return Arrays.stream(Role.values())
        .filter(role -> secret.equals(role.word() + ending))
        .map(role -> new Identity(role.word(), role, proof(role, ending)))
        .findFirst();
  }

  private static Identity.Proof proof(Role role, String ending) {
    return ending.equals("-token")
        ? new Identity.ByToken("t-" + role.word())
        : new Identity.BySession("s-" + role.word());
  }

  @Override
  public Subscription whenEnded(Consumer<String> ear) {
    ears.add(ear);
    return () -> ears.remove(ear);
  }

  @Override
  public List<Open> sessions() {
    return Arrays.stream(Role.values())
        .map(
            role ->
                new Open(
                    "s-" + role.word(),
                    role.word(),
                    new Visitor("192.0.2.30", "Browser <b>9</b>"),
                    SINCE,
                    SINCE))
        .toList();
  }

  @Override
  public Change end(Identity by, String id) {
    ears.forEach(ear -> ear.accept(id));
    return done(by.user() + " ended " + id);
  }

  private Change done(String what) {
    changes.add(what);
    return new Change.Done(what);
  }

  private final class FakeTokens implements Tokens {
    @Override
    public Making make(Identity by, String name, Role role, Duration life) {
      changes.add(by.user() + " made a token for " + name);
      return new Making.Made("fresh-secret", issued(role, name));
    }

    @Override
    public List<Issued> tokens() {
      return Arrays.stream(Role.values())
          .map(role -> issued(role, "automation"))
          .filter(token -> !over.contains(token.id()))
          .toList();
    }

    private static Issued issued(Role role, String name) {
      return new Issued(
          "t-" + role.word(), name, role.word(), role, SINCE, SINCE.plus(Duration.ofDays(90)));
    }

    @Override
    public Change revoke(Identity by, String id) {
      return FakeAccess.this.end(by, id);
    }

    @Override
    public Optional<Identity> find(String secret) {
      return identity(secret, "-token");
    }
  }
}
