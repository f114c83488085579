package io.pumphouse.web.api;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.pumphouse.web.model.Appliance;
import io.pumphouse.web.model.Backups;
import io.pumphouse.web.model.Settings;
import io.pumphouse.web.route.Caller;
import io.pumphouse.web.route.Need;
import io.pumphouse.web.route.RouteTable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What can be set, and the programs that the agent starts. Setting something is for the owner. */
final class SettingsApi {
  private final Settings settings;
  private final Backups backups;

  SettingsApi(Appliance appliance, Backups backups) {
    this.settings = appliance.settings();
    this.backups = backups;
  }

  void addTo(RouteTable routes, String prefix) {
    routes.get(Need.READER, prefix + "/settings", this::list);
    routes.patch(Need.OWNER, prefix + "/settings", this::change);
    routes.post(Need.OWNER, prefix + "/settings/reset", this::reset);
    routes.get(Need.READER, prefix + "/tools", this::tools);
  }

  private void list(Context context) {
    Api.answer(
        context,
        Json.text(
            json ->
                Json.array(
                    json,
                    settings.all(),
                    (row, it) -> {
                      row.writeStringField("key", it.key());
                      row.writeStringField("group", word(it.group()));
                      row.writeStringField("value", it.value());
                      row.writeStringField("default", it.usual());
                      row.writeBooleanField("chosen", it.isChosen());
                      row.writeStringField("effect", word(it.effect()));
                      row.writeBooleanField("waiting", it.isWaiting());
                      row.writeStringField("accepted", it.accepted());
                      row.writeFieldName("choices");
                      Json.texts(row, it.choices());
                      row.writeStringField("configuration", it.place());
                    })));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private void change(Context context) {
    answer(context, settings.change(Fields.of(context).values(), who(context)));
  }

  private void reset(Context context) {
    String typed = Fields.withLists(context).text("keys");
    List<String> keys =
        Arrays.stream(typed.split(",", -1)).map(String::strip).filter(it -> !it.isEmpty()).toList();
    answer(context, settings.reset(keys, who(context)));
  }

  private static String who(Context context) {
    return Caller.known(context.req()).user();
  }

  private static void answer(Context context, Settings.Answer answer) {
    switch (answer) {
      case Settings.Answer.Saved(List<String> keys) ->
          Api.answer(
              context,
              Json.object(
                  json -> {
                    json.writeFieldName("changed");
                    Json.texts(json, keys);
                  }));
      case Settings.Answer.Wrong(var objections) ->
          Problem.of(
                  HttpStatus.BAD_REQUEST,
                  objections.stream()
                      .map(Settings.Objection::toString)
                      .collect(Collectors.joining("\n")))
              .answer(context);
      case Settings.Answer.Failed(String cause, String next) ->
          Problem.of(HttpStatus.CONFLICT, cause + "; " + next).answer(context);
    }
  }

  private void tools(Context context) {
    Api.answer(
        context,
        Json.text(
            json ->
                Json.array(
                    json,
                    backups.jobs().tools(),
                    (row, tool) -> {
                      row.writeStringField("name", tool.name());
                      row.writeStringField("path", tool.path());
                      row.writeStringField("version", tool.version());
                      row.writeStringField("minimum", tool.minimum());
                      row.writeStringField("consequence", tool.consequence());
                    })));
  }
}
