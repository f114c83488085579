package io.pumphouse.web.access;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import io.pumphouse.web.api.Json;
import io.pumphouse.web.api.Problem;
import io.pumphouse.web.live.Watching;
import io.pumphouse.web.model.Accounts.Account;
import io.pumphouse.web.model.Change;
import io.pumphouse.web.model.Entry;
import io.pumphouse.web.model.Identity;
import io.pumphouse.web.model.Sessions;
import io.pumphouse.web.model.Tokens;
import io.pumphouse.web.route.Caller;
import io.pumphouse.web.route.Need;
import io.pumphouse.web.route.RouteTable;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Accounts, sessions and tokens for programs. Thread-safe. */
final class AccessApi {
  private static final String PREFIX = "/api/v1";

  private final Reception reception;

  AccessApi(Reception reception) {
    this.reception = reception;
  }

  void addTo(RouteTable routes) {
    routes.post(Need.PUBLIC, PREFIX + "/claim", it -> answer(it, reception.claim(it)));
    routes.post(Need.PUBLIC, PREFIX + "/session", it -> answer(it, reception.logIn(it)));
    routes.get(Need.VIEWER, PREFIX + "/session", AccessApi::whoAmI);
    routes.delete(Need.VIEWER, PREFIX + "/session", it -> answer(it, reception.logOut(it)));
    routes.post(Need.VIEWER, PREFIX + "/password", it -> answer(it, reception.setPassword(it)));
    routes.get(Need.OWNER, PREFIX + "/users", this::users);
    routes.post(Need.OWNER, PREFIX + "/users", it -> answer(it, reception.addUser(it)));
    routes.delete(Need.OWNER, PREFIX + "/users/{user}", it -> answer(it, reception.removeUser(it)));
    routes.get(Need.VIEWER, PREFIX + "/sessions", this::sessions);
    routes.delete(
        Need.VIEWER, PREFIX + "/sessions/{session}", it -> answer(it, reception.endSession(it)));
    routes.get(Need.VIEWER, PREFIX + "/tokens", this::tokens);
    routes.post(Need.VIEWER, PREFIX + "/tokens", it -> answer(it, reception.makeToken(it)));
    routes.delete(
        Need.VIEWER, PREFIX + "/tokens/{token}", it -> answer(it, reception.revokeToken(it)));
    routes.get(Need.OWNER, PREFIX + "/clients", this::clients);
    routes.delete(
        Need.OWNER, PREFIX + "/clients/{client}", it -> answer(it, reception.endClient(it)));
  }

  private static void answer(Context context, Entry entry) {
    switch (entry) {
      case Entry.LetIn(String secret, Identity me) ->
          answer(context, Json.object(json -> me(json, me, Cookie.formKey(secret))));
      case Entry.Refused(String field, String cause) ->
          Problem.of(HttpStatus.UNAUTHORIZED, field + ": " + cause).answer(context);
      case Entry.Wait(Duration time) -> {
        context.header(Header.RETRY_AFTER, Long.toString(time.toSeconds() + 1));
        Problem.of(HttpStatus.TOO_MANY_REQUESTS, Sentences.wait(time)).answer(context);
      }
      case Entry.Failed(String cause, String next) ->
          Problem.of(HttpStatus.SERVICE_UNAVAILABLE, cause + "; " + next).answer(context);
    }
  }

  private static void answer(Context context, Change change) {
    switch (change) {
      case Change.Done(String what) ->
          answer(context, Json.object(json -> json.writeStringField("done", what)));
      case Change.Refused(String field, String cause) ->
          Problem.of(
                  HttpStatus.UNPROCESSABLE_CONTENT, field.isEmpty() ? cause : field + ": " + cause)
              .answer(context);
      case Change.Failed(String cause, String next) ->
          Problem.of(HttpStatus.SERVICE_UNAVAILABLE, cause + "; " + next).answer(context);
    }
  }

  private static void answer(Context context, Tokens.Making making) {
    switch (making) {
      case Tokens.Making.NotMade(Change why) -> answer(context, why);
      case Tokens.Making.Made(String secret, Tokens.Issued token) ->
          answer(
              context,
              Json.object(
                  json -> {
                    token(json, token);
                    json.writeStringField("secret", secret);
                  }));
    }
  }

  private static void whoAmI(Context context) {
    String key =
        switch (Caller.of(context.req())) {
          case Caller.Somebody(_, String formKey) -> formKey;
          case Caller.Nobody _ -> "";
        };
    answer(context, Json.object(json -> me(json, Reception.me(context), key)));
  }

  private static void me(JsonGenerator json, Identity me, String key) throws IOException {
    json.writeStringField("user", me.user());
    json.writeStringField("role", me.role().word());
    json.writeStringField("id", me.proof().id());
    json.writeStringField("csrf", key);
  }

  private void users(Context context) {
    array(context, reception.users(), AccessApi::user);
  }

  private void sessions(Context context) {
    array(context, reception.sessions(Reception.me(context)), AccessApi::session);
  }

  private void tokens(Context context) {
    array(context, reception.tokens(Reception.me(context)), AccessApi::token);
  }

  private void clients(Context context) {
    array(context, reception.clients(), AccessApi::client);
  }

  private static void user(JsonGenerator json, Account account) throws IOException {
    json.writeStringField("user", account.name());
    json.writeStringField("role", account.role().word());
    json.writeStringField("since", account.since().toString());
  }

  private static void session(JsonGenerator json, Sessions.Open open) throws IOException {
    json.writeStringField("id", open.id());
    json.writeStringField("user", open.user());
    json.writeStringField("address", open.from().address());
    json.writeStringField("browser", open.from().browser());
    json.writeStringField("since", open.since().toString());
    json.writeStringField("seen", open.seen().toString());
  }

  private static void token(JsonGenerator json, Tokens.Issued token) throws IOException {
    json.writeStringField("id", token.id());
    json.writeStringField("name", token.name());
    json.writeStringField("user", token.user());
    json.writeStringField("role", token.role().word());
    json.writeStringField("since", token.since().toString());
    json.writeStringField("until", token.until().toString());
  }

  private static void client(JsonGenerator json, Watching client) throws IOException {
    json.writeStringField("id", client.id());
    json.writeStringField("user", client.user());
    json.writeStringField("address", client.address());
    json.writeStringField("since", client.since().toString());
  }

  /** Writes the fields of one thing. */
  @FunctionalInterface
  private interface Writer<T> {
    void write(JsonGenerator json, T thing) throws IOException;
  }

  private static <T> void array(Context context, List<T> things, Writer<T> writer) {
    answer(
        context,
        Json.text(
            json -> {
              json.writeStartArray();
              for (T thing : things) {
                json.writeStartObject();
                writer.write(json, thing);
                json.writeEndObject();
              }
              json.writeEndArray();
            }));
  }

  private static void answer(Context context, String json) {
    context.header(Header.CACHE_CONTROL, "no-store");
    context.contentType("application/json").result(json);
  }
}
