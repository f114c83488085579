package io.pumphouse.web.access;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.pumphouse.web.api.Fields;
import io.pumphouse.web.model.Change;
import io.pumphouse.web.model.Entry;
import io.pumphouse.web.model.Identity;
import io.pumphouse.web.model.Role;
import io.pumphouse.web.model.Tokens;
import io.pumphouse.web.page.Pages;
import io.pumphouse.web.route.Caller;
import io.pumphouse.web.route.Need;
import io.pumphouse.web.route.RouteTable;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Claim, login and account as pages that need no script. Thread-safe. */
final class AccessPages {
  // A path of ours; "//evil.example" and "/\evil.example" would be somebody else's.
  private static final Pattern OUR_PATH = Pattern.compile("/([a-z0-9][a-z0-9/_-]*)?");

  private final Entrance entrance;
  private final Reception reception;
  private final Pages pages;
  private final ZoneId zone;

  AccessPages(Entrance entrance, Reception reception, Pages pages, ZoneId zone) {
    this.entrance = entrance;
    this.reception = reception;
    this.pages = pages;
    this.zone = zone;
  }

  void addTo(RouteTable routes) {
    routes.get(Need.PUBLIC, "/claim", it -> claim(it, Notice.none()));
    routes.post(Need.PUBLIC, "/claim", it -> entered(it, reception.claim(it), this::claim));
    routes.get(Need.PUBLIC, "/login", it -> login(it, Notice.none()));
    routes.post(Need.PUBLIC, "/login", it -> entered(it, reception.logIn(it), this::login));
    routes.post(Need.VIEWER, "/logout", this::logOut);
    routes.get(Need.VIEWER, "/account", it -> account(it, Notice.none(), ""));
    change(routes, Need.VIEWER, "/account/password", reception::setPassword);
    change(routes, Need.OWNER, "/account/users", reception::addUser);
    change(routes, Need.OWNER, "/account/users/{user}/remove", reception::removeUser);
    routes.post(Need.VIEWER, "/account/tokens", this::makeToken);
    change(routes, Need.VIEWER, "/account/tokens/{token}/revoke", reception::revokeToken);
    change(routes, Need.VIEWER, "/account/sessions/{session}/end", reception::endSession);
    change(routes, Need.OWNER, "/account/clients/{client}/end", reception::endClient);
  }

  private void change(RouteTable routes, Need need, String path, Function<Context, Change> change) {
    routes.post(need, path, it -> account(it, noticeOf(it, change.apply(it)), ""));
  }

  /** Shows a page with what went wrong. */
  @FunctionalInterface
  private interface Again {
    void show(Context context, Notice notice);
  }

  private void entered(Context context, Entry entry, Again again) {
    switch (entry) {
      case Entry.LetIn _ ->
          context.redirect(pages.link(target(Fields.of(context).text("to"))), HttpStatus.SEE_OTHER);
      case Entry.Refused(String field, String cause) -> {
        context.status(HttpStatus.UNPROCESSABLE_CONTENT);
        again.show(context, Notice.bad(field, cause));
      }
      case Entry.Wait(var time) -> {
        context.status(HttpStatus.TOO_MANY_REQUESTS);
        again.show(
            context, Notice.bad("", pages.tongue(context).say("door.wait", time.toSeconds() + 1)));
      }
      case Entry.Failed(String cause, String next) -> {
        context.status(HttpStatus.SERVICE_UNAVAILABLE);
        again.show(context, Notice.bad("", cause + "; " + next));
      }
    }
  }

  private static String target(String wanted) {
    return OUR_PATH.matcher(wanted).matches() ? wanted : "/";
  }

  private void claim(Context context, Notice notice) {
    if (entrance.isUnclaimed()) {
      form(context, "door.claim", "claim.jte", notice);
    } else {
      context.redirect(pages.link("/login"), HttpStatus.SEE_OTHER);
    }
  }

  private void login(Context context, Notice notice) {
    if (entrance.isUnclaimed()) {
      context.redirect(pages.link("/claim"), HttpStatus.SEE_OTHER);
    } else {
      form(context, "door.login", "login.jte", notice);
    }
  }

  /** What was typed stands there again, but for secrets. */
  private void form(Context context, String title, String template, Notice notice) {
    Fields typed = Fields.of(context);
    String to = Optional.ofNullable(context.queryParam("to")).orElseGet(() -> typed.text("to"));
    pages.show(
        context,
        pages.tongue(context).say(title),
        template,
        Map.of("notice", notice, "user", typed.text("user"), "to", target(to)));
  }

  private void logOut(Context context) {
    Change change = reception.logOut(context);
    if (change instanceof Change.Done) {
      context.redirect(pages.link("/login"), HttpStatus.SEE_OTHER);
    } else {
      account(context, noticeOf(context, change), "");
    }
  }

  private void makeToken(Context context) {
    switch (reception.makeToken(context)) {
      case Tokens.Making.Made(String secret, Tokens.Issued token) ->
          account(context, Notice.good("the token " + token.name() + " is made"), secret);
      case Tokens.Making.NotMade(Change why) -> account(context, noticeOf(context, why), "");
    }
  }

  private static Notice noticeOf(Context context, Change change) {
    return switch (change) {
      case Change.Done(String what) -> Notice.good(what);
      case Change.Refused(String field, String cause) -> {
        context.status(HttpStatus.UNPROCESSABLE_CONTENT);
        String form = context.path().replaceAll(".*/account/", "");
        yield Notice.bad(field.isEmpty() ? "" : form + "-" + field, cause);
      }
      case Change.Failed(String cause, String next) -> {
        context.status(HttpStatus.SERVICE_UNAVAILABLE);
        yield Notice.bad("", cause + "; " + next);
      }
    };
  }

  private void account(Context context, Notice notice, String secret) {
    Identity me = Reception.me(context);
    boolean isOwner = me.role() == Role.OWNER;
    AccountView view =
        new AccountView(
            me,
            key(context),
            secret,
            notice,
            isOwner ? reception.users() : List.of(),
            reception.sessions(me),
            reception.tokens(me),
            isOwner ? reception.clients() : List.of(),
            zone);
    pages.show(
        context, pages.tongue(context).say("door.account"), "account.jte", Map.of("view", view));
  }

  private static String key(Context context) {
    return switch (Caller.of(context.req())) {
      case Caller.Somebody(_, String key) -> key;
      case Caller.Nobody _ -> "";
    };
  }
}
