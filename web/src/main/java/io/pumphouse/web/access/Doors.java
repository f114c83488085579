package io.pumphouse.web.access;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import io.pumphouse.web.api.Fields;
import io.pumphouse.web.api.Problem;
import io.pumphouse.web.page.Pages;
import io.pumphouse.web.route.Caller;
import io.pumphouse.web.route.Route;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The doors of the routes: opens each to whom the doorkeeper admits. Thread-safe. */
public final class Doors {
  /** The header in which a script of ours proves that it is one. */
  static final String KEY_HEADER = "X-CSRF-Token";

  /** The field in which a form of ours does. */
  static final String KEY_FIELD = "csrf";

  private static final String CHALLENGE = "Bearer realm=\"pumphouse\"";
  private static final String UNCLAIMED =
      "nobody owns this server yet: claim it at /claim with the code of \"pumphouse claim-code\"";

  private final Doorkeeper doorkeeper;
  private final Pages pages;

  public Doors(Entrance entrance, Pages pages) {
    this.doorkeeper = new Doorkeeper(entrance);
    this.pages = pages;
  }

  /** The route's handler, for those whom it is for. */
  public Handler before(Route route) {
    return context -> {
      HttpServletRequest request = context.req();
      switch (doorkeeper.judge(request, route, () -> keyIn(context))) {
        case Verdict.Admitted(Caller caller) -> {
          caller.pinTo(request, doorkeeper.mayRead(request));
          route.handler().handle(context);
        }
        case Verdict.Unclaimed() -> sendTo(context, "/claim", HttpStatus.FORBIDDEN, UNCLAIMED);
        case Verdict.Unknown(String cause) ->
            sendTo(context, login(context), HttpStatus.UNAUTHORIZED, cause);
        case Verdict.Forbidden(String cause) -> refuse(context, HttpStatus.FORBIDDEN, cause);
      }
    };
  }

  /** The same for an address that a servlet of its own answers. */
  public Filter beforeServlet(Route route) {
    return (request, response, next) -> {
      HttpServletRequest asked = (HttpServletRequest) request;
      HttpServletResponse answer = (HttpServletResponse) response;
      switch (doorkeeper.judge(asked, route, () -> header(asked))) {
        case Verdict.Admitted(Caller caller) -> {
          caller.pinTo(asked, true);
          next.doFilter(request, response);
        }
        case Verdict.Unclaimed() -> Problem.of(HttpStatus.FORBIDDEN, UNCLAIMED).answer(answer);
        case Verdict.Unknown(String cause) -> {
          answer.setHeader("WWW-Authenticate", CHALLENGE);
          Problem.of(HttpStatus.UNAUTHORIZED, cause).answer(answer);
        }
        case Verdict.Forbidden(String cause) ->
            Problem.of(HttpStatus.FORBIDDEN, cause).answer(answer);
      }
    };
  }

  private static String keyIn(Context context) {
    String key = header(context.req());
    return key.isEmpty() ? Fields.of(context).text(KEY_FIELD) : key;
  }

  private static String header(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader(KEY_HEADER)).orElse("");
  }

  /** A person who looks for a page is led to where they can get in; all else is told why not. */
  private void sendTo(Context context, String address, HttpStatus status, String cause) {
    if (context.method().name().equals("GET") && Pages.isForPeople(context)) {
      context.header("Cache-Control", "no-store");
      context.redirect(pages.link(address), HttpStatus.SEE_OTHER);
    } else {
      context.header("WWW-Authenticate", CHALLENGE);
      refuse(context, status, cause);
    }
  }

  private static String login(Context context) {
    return "/login?to=" + URLEncoder.encode(context.path(), StandardCharsets.UTF_8);
  }

  private void refuse(Context context, HttpStatus status, String cause) {
    if (Pages.isForPeople(context)) {
      context.status(status);
      pages.error(context, "refused", cause);
    } else {
      Problem.of(status, cause).answer(context);
    }
  }
}
