package io.pumphouse.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.pumphouse.web.api.Problem;
import io.pumphouse.web.page.Pages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is answered when there is nothing to answer: a page to people, a problem to programs. */
final class Errors {
  private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

  private final Pages pages;

  Errors(Pages pages) {
    this.pages = pages;
  }

  void addTo(RoutesConfig routes) {
    routes.exception(HttpResponseException.class, this::refused);
    routes.exception(Exception.class, this::broken);
  }

  private void refused(HttpResponseException refusal, Context context) {
    HttpStatus status = HttpStatus.forStatus(refusal.getStatus());
    context.status(status);
    if (status == HttpStatus.NOT_FOUND) {
      answer(context, status, "not-found", "There is nothing at this address.");
    } else if (refusal instanceof BadRequestResponse) {
      told(context, status, String.valueOf(refusal.getMessage()));
    } else {
      answer(context, status, "refused", "The server cannot answer this request.");
    }
  }

  private void broken(Exception bug, Context context) {
    LOG.error("answer {} {} failed", context.method(), context.path(), bug);
    context.status(HttpStatus.INTERNAL_SERVER_ERROR);
    answer(
        context,
        HttpStatus.INTERNAL_SERVER_ERROR,
        "broken",
        "The agent ran into a mistake of its own. The pump is read and stored all the same.");
  }

  /** The request was understood well enough to say what is wrong with it. */
  private void told(Context context, HttpStatus status, String why) {
    if (Pages.isForPeople(context)) {
      pages.error(context, "refused", why);
    } else {
      tell(context, status, why);
    }
  }

  private void answer(Context context, HttpStatus status, String key, String cause) {
    if (Pages.isForPeople(context)) {
      pages.error(context, key);
    } else {
      tell(context, status, cause);
    }
  }

  private static void tell(Context context, HttpStatus status, String cause) {
    Problem.of(status, context.method() + " " + context.path() + ": " + cause).answer(context);
  }
}
