package io.pumphouse.web.api;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.pumphouse.web.model.Pins;
import io.pumphouse.web.model.SgReady;
import io.pumphouse.web.route.Caller;
import io.pumphouse.web.route.Need;
import io.pumphouse.web.route.RouteTable;
import java.util.Optional;

/** The pins of this machine, and what is ordered of them; who and why stand in the event log. */
final class BoardApi {
  private final Pins pins;

  BoardApi(Pins pins) {
    this.pins = pins;
  }

  void addTo(RouteTable routes, String prefix) {
    routes.get(Need.READER, prefix, this::report);
    routes.post(Need.TECHNICIAN, prefix + "/sg-ready", this::order);
  }

  private void report(Context context) {
    Api.answer(context, BoardJson.of(pins.report()));
  }

  private void order(Context context) {
    Fields fields = Fields.of(context);
    Optional<SgReady> wanted = SgReady.of(fields.text("state"));
    String why = fields.text("why");
    if (wanted.isEmpty() || why.isBlank()) {
      Problem.of(
              HttpStatus.BAD_REQUEST,
              "the body must hold {\"state\":\"blocked, normal, recommended or forced\","
                  + "\"why\":\"…\"}; the reason is kept in the event log with your name")
          .answer(context);
    } else {
      answer(context, pins.order(wanted.get(), Caller.known(context.req()).user(), why));
    }
  }

  private void answer(Context context, Pins.Ordered ordered) {
    switch (ordered) {
      case Pins.Done _ -> report(context);
      case Pins.Refused(_, String cause, String next) ->
          Problem.of(BoardJson.status(ordered), cause + "; " + next).answer(context);
    }
  }
}
