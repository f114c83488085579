package io.pumphouse.web.api;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.web.model.PumpStatus;
import io.pumphouse.web.model.WriteOrder;
import io.pumphouse.web.model.WriteReport;
import io.pumphouse.web.model.Writes;
import io.pumphouse.web.route.Caller;
import io.pumphouse.web.route.Need;
import io.pumphouse.web.route.RouteTable;
import java.util.function.Function;

/** Guarded writes to a pump, on whose behalf the event log says who and why. */
final class WriteApi {
  private final AskedPump asked;
  private final Writes writes;

  WriteApi(AskedPump asked, Writes writes) {
    this.asked = asked;
    this.writes = writes;
  }

  void addTo(RouteTable routes, String pump) {
    routes.post(Need.TECHNICIAN, pump + "/write", this::write);
    routes.post(Need.TECHNICIAN, pump + "/alarm-reset", this::resetAlarm);
  }

  private void write(Context context) {
    Fields fields = Fields.of(context);
    String metric = fields.text("metric");
    String name = metric.isEmpty() ? fields.text("register") : metric;
    if (name.isEmpty() || fields.text("value").isEmpty()) {
      badRequest(context, "{\"metric\":\"room_setpoint\",\"value\":21.5,\"why\":\"…\"}");
    } else {
      carryOut(
          context,
          fields,
          pump ->
              writes.write(
                  new WriteOrder(pump, name, fields.text("value"), who(context), why(fields))));
    }
  }

  private void resetAlarm(Context context) {
    Fields fields = Fields.of(context);
    carryOut(context, fields, pump -> writes.resetAlarm(pump, who(context), why(fields)));
  }

  private void carryOut(Context context, Fields fields, Function<PumpId, WriteReport> order) {
    if (why(fields).isBlank()) {
      badRequest(context, "a reason in \"why\"; it is kept in the event log with your name");
    } else {
      asked.of(context).map(PumpStatus::id).map(order).ifPresent(done -> answer(context, done));
    }
  }

  private static void answer(Context context, WriteReport report) {
    context.status(WriteJson.status(report.outcome()));
    Api.answer(context, WriteJson.of(report));
  }

  private static String who(Context context) {
    return Caller.known(context.req()).user();
  }

  private static String why(Fields fields) {
    return fields.text("why");
  }

  private static void badRequest(Context context, String wanted) {
    Problem.of(HttpStatus.BAD_REQUEST, "the body must hold " + wanted).answer(context);
  }
}
