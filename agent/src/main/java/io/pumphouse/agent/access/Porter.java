package io.pumphouse.agent.access;

import io.pumphouse.agent.command.LocalAccounts;
import io.pumphouse.agent.ledger.Event;
import io.pumphouse.agent.ledger.SessionShelf;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.Access;
import io.pumphouse.web.model.Accounts;
import io.pumphouse.web.model.Change;
import io.pumphouse.web.model.Health.Check;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who may do what: the front of this room. Thread-safe. Nobody is let in before {@link #open()}.
 */
public final class Porter implements LocalAccounts {
  private static final Logger LOG = LoggerFactory.getLogger(Porter.class);

  /**
   * Some 0.14 s on a PC and half a second on a Pi: docs/decisions/012-accounts-and-passwords.md.
   */
  private static final int ROUNDS = 11;

  private static final int PASSWORD_GROUPS = 4;

  private final Rolls rolls;
  private final Tries tries;
  private final Secrets secrets = new Secrets();
  private final ClaimCode code;
  private final SessionBook sessions;
  private final TokenBook tokens;
  private final AccountBook accounts;
  private final Notebook notebook;

  /**
   * A porter who has read nothing yet.
   *
   * @param file {@code access.yaml}; its folder exists, or nothing can be changed until it does
   * @param shelf where sessions outlive a restart
   * @param events where it is kept who came in and who changed what
   */
  public Porter(Path file, SessionShelf shelf, Consumer<Event> events, TimeSource time) {
    this(file, shelf, events, time, ROUNDS);
  }

  Porter(
      Path file, SessionShelf shelf, Consumer<Event> events, TimeSource time, int passwordRounds) {
    Passwords passwords = new Passwords(passwordRounds);
    this.rolls = new Rolls(new RosterFile(file));
    this.tries = new Tries(time);
    this.notebook = new Notebook(events, time);
    this.code = new ClaimCode(secrets, tries, notebook);
    Lock lock = new Lock(rolls, passwords, tries, notebook);
    this.sessions = new SessionBook(rolls, lock, shelf, secrets, notebook, time);
    this.tokens = new TokenBook(rolls, secrets, notebook, sessions::tellEnded, time);
    this.accounts = new AccountBook(rolls, code, passwords, lock, sessions, notebook, time);
  }

  /** Reads who may do what; tells the claim code where nobody has claimed yet. */
  public void open() {
    rolls.open();
    sessions.recall();
    if (accounts.state() == Accounts.State.UNCLAIMED) {
      LOG.info(
          "nobody owns this server yet; claim it on its page /claim with code={}", code.text());
    }
  }

  /** What the web may ask. */
  public Access access() {
    return new Access(accounts, sessions, tokens);
  }

  /** The line {@code access} of the health board; quick. */
  public Check check() {
    return rolls.check();
  }

  @Override
  public Told claimCode() {
    return switch (accounts.state()) {
      case UNCLAIMED -> new Told.Secret(code.text());
      case CLAIMED ->
          new Told.No("this server has an owner already", "log in, or: pumphouse passwd NAME");
      case UNREADABLE -> unreadable();
    };
  }

  @Override
  public Told newPassword(String user, String by) {
    if (rolls.trouble().isPresent()) {
      return unreadable();
    }
    Optional<Member> member = rolls.roster().member(user);
    if (member.isEmpty()) {
      return new Told.No(
          "there is no account \"" + user + "\"",
          "accounts: "
              + accounts.accounts().stream().map(Accounts.Account::name).toList()
              + "; where there are none: pumphouse claim-code");
    }
    String password = secrets.code(PASSWORD_GROUPS);
    return switch (accounts.reset(member.get(), password)) {
      case Change.Done(String what) -> {
        tries.forgive();
        notebook.changed(by + " at the machine", what);
        yield new Told.Secret(password);
      }
      case Change.Refused(_, String cause) -> new Told.No(cause, "try again");
      case Change.Failed(String cause, String next) -> new Told.No(cause, next);
    };
  }

  private Told unreadable() {
    return rolls
        .trouble()
        .map(trouble -> new Told.No(trouble.cause(), trouble.next()))
        .orElseGet(() -> new Told.No("access.yaml changed just now", "try again"));
  }
}
