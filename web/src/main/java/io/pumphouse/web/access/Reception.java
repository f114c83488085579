package io.pumphouse.web.access;

import io.javalin.http.Context;
import io.pumphouse.web.api.Fields;
import io.pumphouse.web.live.LiveSocket;
import io.pumphouse.web.live.Watching;
import io.pumphouse.web.model.Access;
import io.pumphouse.web.model.Accounts.Account;
import io.pumphouse.web.model.Change;
import io.pumphouse.web.model.Entry;
import io.pumphouse.web.model.Identity;
import io.pumphouse.web.model.Role;
import io.pumphouse.web.model.Sessions;
import io.pumphouse.web.model.Tokens;
import io.pumphouse.web.model.Visitor;
import io.pumphouse.web.route.Arrival;
import io.pumphouse.web.route.Caller;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * What can be asked about who may do what, read from a request in one way for forms and programs.
 * Thread-safe.
 */
final class Reception {
  private static final String USUAL_DAYS = "90";

  private final Access access;
  private final LiveSocket live;
  private final Cookie cookie;

  Reception(Access access, LiveSocket live, Cookie cookie) {
    this.access = access;
    this.live = live;
    this.cookie = cookie;
  }

  Entry claim(Context context) {
    Fields fields = Fields.of(context);
    return welcomed(
        context,
        access
            .accounts()
            .claim(
                fields.text("code"),
                fields.text("user"),
                fields.text("password"),
                visitor(context)));
  }

  Entry logIn(Context context) {
    Fields fields = Fields.of(context);
    return welcomed(
        context,
        access.sessions().logIn(fields.text("user"), fields.text("password"), visitor(context)));
  }

  /** Whoever comes in leaves the session they came with behind. */
  private Entry welcomed(Context context, Entry entry) {
    if (entry instanceof Entry.LetIn(String secret, _)) {
      Cookie.shownBy(context.req())
          .flatMap(access.sessions()::find)
          .ifPresent(old -> access.sessions().end(old, old.proof().id()));
      cookie.give(context.req(), context.res(), secret);
    }
    return entry;
  }

  Change logOut(Context context) {
    Identity me = me(context);
    return switch (me.proof()) {
      case Identity.BySession(String id) -> {
        cookie.takeAway(context.req(), context.res());
        yield access.sessions().end(me, id);
      }
      case Identity.ByToken _ ->
          new Change.Refused("", "a token has no session; revoke the token instead");
    };
  }

  Change addUser(Context context) {
    Fields fields = Fields.of(context);
    Optional<Role> role = Role.of(fields.text("role"));
    return role.isEmpty()
        ? noRole()
        : access
            .accounts()
            .add(me(context), fields.text("user"), role.get(), fields.text("password"));
  }

  Change removeUser(Context context) {
    return access.accounts().remove(me(context), context.pathParam("user"));
  }

  Change setPassword(Context context) {
    Fields fields = Fields.of(context);
    return access
        .accounts()
        .setPassword(me(context), fields.text("old"), fields.text("password"), visitor(context));
  }

  Tokens.Making makeToken(Context context) {
    Fields fields = Fields.of(context);
    Optional<Role> role = Role.of(fields.text("role"));
    String days = fields.text("days").isEmpty() ? USUAL_DAYS : fields.text("days");
    if (role.isEmpty()) {
      return new Tokens.Making.NotMade(noRole());
    }
    return days.matches("[1-9][0-9]{0,2}")
        ? access
            .tokens()
            .make(
                me(context), fields.text("name"), role.get(), Duration.ofDays(Long.parseLong(days)))
        : new Tokens.Making.NotMade(
            new Change.Refused("days", "use 1 to " + Tokens.LONGEST_LIFE.toDays() + " days"));
  }

  Change revokeToken(Context context) {
    return ended(context, "token", access.tokens()::revoke);
  }

  Change endSession(Context context) {
    return ended(context, "session", access.sessions()::end);
  }

  private static Change ended(
      Context context, String parameter, BiFunction<Identity, String, Change> end) {
    return end.apply(me(context), context.pathParam(parameter));
  }

  Change endClient(Context context) {
    String id = context.pathParam("client");
    if (live.end(client -> client.id().equals(id)) == 0) {
      return new Change.Refused("", "there is no live connection \"" + id + "\" any more");
    }
    access.accounts().note(me(context), "live connection " + id + " is ended");
    return new Change.Done("the live connection is ended");
  }

  List<Account> users() {
    return access.accounts().accounts();
  }

  /** All of them for an owner, one's own for others. */
  List<Sessions.Open> sessions(Identity me) {
    return access.sessions().sessions().stream().filter(open -> sees(me, open.user())).toList();
  }

  List<Tokens.Issued> tokens(Identity me) {
    return access.tokens().tokens().stream().filter(token -> sees(me, token.user())).toList();
  }

  List<Watching> clients() {
    return live.watching();
  }

  static Identity me(Context context) {
    return Caller.known(context.req());
  }

  private static boolean sees(Identity me, String user) {
    return me.role() == Role.OWNER || me.user().equals(user);
  }

  private static Change noRole() {
    return new Change.Refused("role", "choose viewer, technician or owner");
  }

  private static Visitor visitor(Context context) {
    return new Visitor(
        Arrival.of(context.req()).address(),
        Optional.ofNullable(context.header("User-Agent")).orElse(""));
  }
}
