package io.pumphouse.agent.access;

import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.Change;
import io.pumphouse.web.model.Identity;
import io.pumphouse.web.model.Role;
import io.pumphouse.web.model.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What programs show instead of a password. Thread-safe. */
final class TokenBook implements Tokens {
  private static final int MOST = 64;
  private static final int LONGEST_NAME = 40;
  private static final String MARK = "ph_"; // so that people and scanners know what they found

  private final Rolls rolls;
  private final Secrets secrets;
  private final Notebook notebook;
  private final Consumer<String> ended;
  private final TimeSource time;

  /**
   * @param ended is told the public name of each token that is revoked
   */
  TokenBook(
      Rolls rolls, Secrets secrets, Notebook notebook, Consumer<String> ended, TimeSource time) {
    this.rolls = rolls;
    this.secrets = secrets;
    this.notebook = notebook;
    this.ended = ended;
    this.time = time;
  }

  @Override
  public Making make(Identity by, String name, Role role, Duration life) {
    Optional<Change.Refused> flaw = flawOf(by, name, role, life);
    if (flaw.isPresent()) {
      return new Making.NotMade(flaw.get());
    }
    String secret = MARK + secrets.secret();
    Instant now = time.wall();
    Issued issued = new Issued(secrets.id(), name, by.user(), role, now, now.plus(life));
    Change change =
        rolls.change(
            "the token is made",
            roster ->
                roster
                    .withTokens(kept -> !isOver(kept.issued()))
                    .with(new KeptToken(issued, Secrets.digest(secret))));
    return switch (change) {
      case Change.Done _ -> {
        notebook.changed(by, "token \"" + name + "\" (" + role.word() + ") is made");
        yield new Making.Made(secret, issued);
      }
      case Change.Refused _, Change.Failed _ -> new Making.NotMade(change);
    };
  }

  private Optional<Change.Refused> flawOf(Identity by, String name, Role role, Duration life) {
    if (name.isBlank()
        || name.length() > LONGEST_NAME
        || name.codePoints().anyMatch(Character::isISOControl)) {
      return refused("name", "say in 1 to " + LONGEST_NAME + " characters what it is for");
    }
    if (!by.role().includes(role)) {
      return refused("role", "a token may not do more than you: " + by.role().word());
    }
    if (!life.isPositive() || life.compareTo(LONGEST_LIFE) > 0) {
      return refused("days", "use 1 to " + LONGEST_LIFE.toDays() + " days");
    }
    return tokens().size() >= MOST
        ? refused("", "there are " + MOST + " tokens; revoke one first")
        : Optional.empty();
  }

  private static Optional<Change.Refused> refused(String field, String cause) {
    return Optional.of(new Change.Refused(field, cause));
  }

  @Override
  public Optional<Identity> find(String secret) {
    String digest = Secrets.digest(secret);
    Roster roster = rolls.roster();
    return roster.tokens().stream()
        .filter(kept -> Secrets.areSame(kept.digest(), digest))
        .map(KeptToken::issued)
        .filter(issued -> !isOver(issued))
        .findFirst()
        .flatMap(issued -> roster.member(issued.user()).map(owner -> identity(issued, owner)));
  }

  /** A token never does more than its owner may now. */
  private static Identity identity(Issued issued, Member owner) {
    Role role = owner.role().includes(issued.role()) ? issued.role() : owner.role();
    return new Identity(owner.name(), role, new Identity.ByToken(issued.id()));
  }

  @Override
  public List<Issued> tokens() {
    return rolls.roster().tokens().stream()
        .map(KeptToken::issued)
        .filter(issued -> !isOver(issued))
        .toList();
  }

  @Override
  public Change revoke(Identity by, String id) {
    Optional<Issued> token =
        tokens().stream()
            .filter(it -> it.id().equals(id))
            .filter(it -> by.role() == Role.OWNER || it.user().equals(by.user()))
            .findFirst();
    if (token.isEmpty()) {
      return new Change.Refused("", "there is no token \"" + id + "\" of yours any more");
    }
    Change change =
        rolls.change(
            "the token is revoked",
            roster -> roster.withTokens(kept -> !kept.issued().id().equals(id)));
    if (change instanceof Change.Done) {
      ended.accept(id);
      notebook.changed(by, "token \"" + token.get().name() + "\" is revoked");
    }
    return change;
  }

  private boolean isOver(Issued issued) {
    return !time.wall().isBefore(issued.until());
  }
}
