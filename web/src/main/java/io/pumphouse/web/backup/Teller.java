package io.pumphouse.web.backup;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.pumphouse.web.page.Pages;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells what came of an order. Thread-safe. */
final class Teller {
  private final Pages pages;
  private final Sayings sayings = new Sayings();

  Teller(Pages pages) {
    this.pages = pages;
  }

  /** A script gets it at once, a browser without one on the page that it is led to. */
  void tell(Context context, Saying saying, String page) {
    if (context.header("HX-Request") == null) {
      context.redirect(pages.link(page + "?said=" + sayings.keep(saying)), HttpStatus.SEE_OTHER);
    } else {
      context.status(saying.isBad() ? HttpStatus.CONFLICT : HttpStatus.OK);
      pages.show(context, "backups", "", "said.jte", Map.of("sayings", List.of(saying)));
    }
  }

  /** What is to be said on this page; none or one. */
  List<Saying> said(Context context) {
    return Optional.ofNullable(context.queryParam("said")).map(sayings::take).orElse(List.of());
  }
}
