package io.pumphouse.web.order;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.pumphouse.web.api.BoardJson;
import io.pumphouse.web.api.Fields;
import io.pumphouse.web.model.Pins;
import io.pumphouse.web.model.SgReady;
import io.pumphouse.web.page.Pages;
import io.pumphouse.web.page.PinPanel;
import io.pumphouse.web.page.Tongue;
import io.pumphouse.web.route.Caller;
import io.pumphouse.web.route.Need;
import io.pumphouse.web.route.RouteTable;
import java.util.Map;
import java.util.Optional;

/**
 * The page of what hangs on the pins, and the orders that are given there. With scripts the panel
 * is replaced in place, without them the page is loaded again; in both, a reason that was not used
 * stays typed. Where no pin is configured there is no such page. Thread-safe.
 */
public final class PinPages {
  private static final String ADDRESS = "/board";

  private final Pages pages;
  private final Pins pins;

  public PinPages(Pages pages, Pins pins) {
    this.pages = pages;
    this.pins = pins;
  }

  /** Adds the addresses. */
  public void addTo(RouteTable routes) {
    routes.get(Need.READER, ADDRESS, context -> show(context, PinAnswer.NONE));
    routes.get(Need.READER, "/fragment/board", context -> part(context, "pins-now.jte"));
    routes.get(Need.READER, "/fragment/board/told", context -> part(context, "pins-told.jte"));
    routes.post(Need.TECHNICIAN, ADDRESS + "/sg-ready", this::order);
  }

  private void part(Context context, String template) {
    show(context, template, Map.of("panel", pages.pins(context)));
  }

  private void order(Context context) {
    Tongue tongue = pages.tongue(context);
    Fields fields = Fields.of(context);
    Optional<SgReady> wanted = SgReady.of(fields.text("state"));
    String why = fields.text("why").strip();
    if (wanted.isEmpty() || why.isEmpty()) {
      answer(context, HttpStatus.UNPROCESSABLE_CONTENT, PinAnswer.wrong(tongue, why));
    } else {
      Pins.Ordered ordered = pins.order(wanted.get(), Caller.known(context.req()).user(), why);
      answer(context, BoardJson.status(ordered), PinAnswer.of(tongue, ordered, why));
    }
  }

  private void answer(Context context, HttpStatus status, PinAnswer answer) {
    if (isScript(context)) {
      show(context, answer); // a script that gets an error shows nothing of it
    } else if (answer.isRefusal()) {
      context.status(status);
      show(context, answer);
    } else {
      context.redirect(pages.link(ADDRESS), HttpStatus.SEE_OTHER);
    }
  }

  private void show(Context context, PinAnswer answer) {
    PinPanel panel = pages.pins(context);
    if (panel.isAny()) {
      String template = isScript(context) ? "pins.jte" : "pins-page.jte";
      show(context, template, Map.of("panel", panel, "answer", answer));
    } else {
      context.status(HttpStatus.NOT_FOUND);
      pages.error(context, "not-found");
    }
  }

  private void show(Context context, String template, Map<String, Object> parameters) {
    pages.show(context, pages.tongue(context).say("pins"), template, parameters);
  }

  private static boolean isScript(Context context) {
    return context.header("HX-Request") != null;
  }
}
