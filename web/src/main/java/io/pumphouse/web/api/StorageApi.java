package io.pumphouse.web.api;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.HttpStatus;
import io.pumphouse.web.model.Soundness;
import io.pumphouse.web.model.Soundness.Result;
import io.pumphouse.web.model.Soundness.State;
import io.pumphouse.web.route.Caller;
import io.pumphouse.web.route.Need;
import io.pumphouse.web.route.RouteTable;
import java.io.IOException;

/** Whether what is stored is sound. */
final class StorageApi {
  private final Soundness soundness;

  StorageApi(Soundness soundness) {
    this.soundness = soundness;
  }

  void addTo(RouteTable routes, String check) {
    routes.get(Need.READER, check, context -> Api.answer(context, json(soundness.state())));
    routes.post(
        Need.TECHNICIAN,
        check,
        context -> {
          State state = soundness.look(Caller.known(context.req()).user());
          context.status(HttpStatus.ACCEPTED);
          Api.answer(context, json(state));
        });
  }

  private static String json(State state) {
    return Json.object(
        json -> {
          switch (state) {
            case State.Unasked _ -> json.writeStringField("state", "unasked");
            case State.UnderWay(var since, String who) -> {
              json.writeStringField("state", "under-way");
              json.writeStringField("since", since.toString());
              json.writeStringField("by", who);
            }
            case State.Over over -> over(json, over);
          }
        });
  }

  private static void over(JsonGenerator json, State.Over over) throws IOException {
    switch (over.result()) {
      case Result.Sound _ -> json.writeStringField("state", "sound");
      case Result.Damaged(var where) -> {
        json.writeStringField("state", "damaged");
        json.writeArrayFieldStart("where");
        for (String line : where) {
          json.writeString(line);
        }
        json.writeEndArray();
        json.writeStringField("next", Result.Damaged.NEXT);
      }
      case Result.Unknown(String cause, String next) -> {
        json.writeStringField("state", "unknown");
        json.writeStringField("cause", cause);
        json.writeStringField("next", next);
      }
    }
    json.writeStringField("at", over.at().toString());
    json.writeStringField("by", over.who());
    json.writeNumberField("took_ms", over.took().toMillis());
  }
}
