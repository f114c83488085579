package io.pumphouse.web.access;

import io.pumphouse.web.model.Identity;
import io.pumphouse.web.model.Role;
import io.pumphouse.web.route.Caller;
import io.pumphouse.web.route.Need;
import io.pumphouse.web.route.Route;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.Supplier;

/** Decides for each request whether its route answers it. Thread-safe. */
final class Doorkeeper {
  private static final String BEARER = "Bearer ";

  private final Entrance entrance;

  Doorkeeper(Entrance entrance) {
    this.entrance = entrance;
  }

  /**
   * Decides.
   *
   * @param formKey what the request carries to prove that a page of ours sent it; asked for only
   *     where that matters
   */
  Verdict judge(HttpServletRequest request, Route route, Supplier<String> formKey) {
    return switch (entrance.demand(route.need())) {
      case Entrance.Demand.Claiming() -> new Verdict.Unclaimed();
      case Entrance.Demand.Nothing() when route.need() == Need.PUBLIC ->
          new Verdict.Admitted(callerOf(request));
      case Entrance.Demand _ when isForeignToken(request) ->
          new Verdict.Unknown("the token is none of ours, or over");
      case Entrance.Demand.Nothing() -> ofOurPage(callerOf(request), route, formKey);
      case Entrance.Demand.AtLeast(Role role) -> atLeast(role, callerOf(request), route, formKey);
    };
  }

  /** Whether whoever sends this may read, whatever its own route demands. */
  boolean mayRead(HttpServletRequest request) {
    return switch (entrance.demand(Need.READER)) {
      case Entrance.Demand.Claiming() -> false;
      case Entrance.Demand.Nothing() -> true;
      case Entrance.Demand.AtLeast _ -> callerOf(request) instanceof Caller.Somebody;
    };
  }

  private static Verdict atLeast(Role role, Caller caller, Route route, Supplier<String> formKey) {
    return switch (caller) {
      case Caller.Nobody _ -> new Verdict.Unknown("log in, or show a token");
      case Caller.Somebody(Identity identity, _) when !identity.role().includes(role) ->
          new Verdict.Forbidden(
              "%s is a %s, and this is for a %s"
                  .formatted(identity.user(), identity.role().word(), role.word()));
      case Caller.Somebody known -> ofOurPage(known, route, formKey);
    };
  }

  /** A cookie comes along with whatever any page sends; what changes something must prove more. */
  private static Verdict ofOurPage(Caller caller, Route route, Supplier<String> formKey) {
    boolean isProved =
        switch (caller) {
          case Caller.Nobody _ -> true;
          case Caller.Somebody(Identity(_, _, Identity.ByToken _), _) -> true;
          case Caller.Somebody(_, String key) -> !route.changes() || isSame(key, formKey.get());
        };
    return isProved
        ? new Verdict.Admitted(caller)
        : new Verdict.Forbidden("the page this comes from is too old; open it again");
  }

  private static boolean isSame(String key, String shown) {
    return MessageDigest.isEqual(
        key.getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
  }

  private Caller callerOf(HttpServletRequest request) {
    Optional<String> token = tokenOf(request);
    if (token.isPresent()) {
      return caller(token.flatMap(entrance.access().tokens()::find), "");
    }
    Optional<String> secret = Cookie.shownBy(request);
    return caller(
        secret.flatMap(entrance.access().sessions()::find), secret.map(Cookie::formKey).orElse(""));
  }

  private static Caller caller(Optional<Identity> identity, String formKey) {
    return identity
        .<Caller>map(known -> new Caller.Somebody(known, formKey))
        .orElseGet(Caller.Nobody::new);
  }

  private boolean isForeignToken(HttpServletRequest request) {
    return tokenOf(request)
        .filter(token -> entrance.access().tokens().find(token).isEmpty())
        .isPresent();
  }

  private static Optional<String> tokenOf(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader("Authorization"))
        .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
        .map(header -> header.substring(BEARER.length()).strip());
  }
}
