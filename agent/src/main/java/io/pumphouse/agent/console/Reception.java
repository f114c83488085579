package io.pumphouse.agent.console;

import io.pumphouse.web.model.Access;
import io.pumphouse.web.model.Accounts;
import io.pumphouse.web.model.Entry;
import io.pumphouse.web.model.Identity;
import io.pumphouse.web.model.Visitor;
import java.util.Optional;
import java.util.regex.Pattern;

/** Lets people in and out by the accounts of the pages. Thread-safe. */
final class Reception {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{0,31}");
  private static final int TRIES = 3;

  private final Access access;
  private final boolean isPresenceEnough;

  /** How somebody is asked. */
  interface Questions {
    /** One line; what is typed is shown only if it is no secret. Empty if nobody is there. */
    Optional<String> ask(String prompt, boolean isSecret);

    void say(String words);
  }

  Reception(Access access, boolean isPresenceEnough) {
    this.access = access;
    this.isPresenceEnough = isPresenceEnough;
  }

  /** Asks whoever is at a port who they are; empty if they cannot say. */
  Optional<Guest> admit(String where, Questions questions) {
    if (isPresenceEnough) {
      return Optional.of(Guest.present("somebody", where));
    }
    if (access.accounts().state() == Accounts.State.UNCLAIMED) {
      questions.say("nobody owns this server yet, so no login is asked for; see: claim-code");
      return Optional.of(Guest.present("somebody", where));
    }
    Optional<Guest> guest = Optional.empty();
    for (int tries = 0; tries < TRIES && guest.isEmpty(); tries++) {
      guest = tried(where, questions);
    }
    return guest;
  }

  /** What cannot be a name is noise on the line: it is no try, and counts for nobody. */
  private Optional<Guest> tried(String where, Questions questions) {
    Optional<String> name = questions.ask("login: ", false).map(String::strip);
    if (name.filter(NAME.asMatchPredicate()).isEmpty()) {
      return Optional.empty();
    }
    return questions
        .ask("password: ", true)
        .map(
            password ->
                access.sessions().logIn(name.get(), password, new Visitor(where, "console")))
        .flatMap(entry -> entered(entry, where, questions));
  }

  private static Optional<Guest> entered(Entry entry, String where, Questions questions) {
    return switch (entry) {
      case Entry.LetIn(_, Identity identity) -> Optional.of(Guest.of(identity, where));
      case Entry.Refused(_, String cause) -> refused(questions, cause);
      case Entry.Wait(var time) ->
          refused(questions, "too many tries; try again in " + (time.toSeconds() + 1) + " s");
      case Entry.Failed(String cause, String next) -> refused(questions, cause + "; " + next);
    };
  }

  private static Optional<Guest> refused(Questions questions, String cause) {
    questions.say(cause);
    return Optional.empty();
  }

  /** Whether a guest may stay: an owner may have ended the session from a page. */
  boolean isWelcome(Guest guest) {
    return guest.identity().stream().allMatch(it -> access.sessions().isOpen(it.proof().id()));
  }

  void seeOff(Guest guest) {
    guest.identity().forEach(it -> access.sessions().end(it, it.proof().id()));
  }
}
