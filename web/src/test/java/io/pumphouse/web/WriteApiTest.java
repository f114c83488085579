package io.pumphouse.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.web.model.Accounts;
import io.pumphouse.web.model.WriteOrder;
import io.pumphouse.web.sample.FakeAccess;
import io.pumphouse.web.sample.FakeWrites;
import io.pumphouse.web.sample.Villa;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class WriteApiTest {
  private final FakeWrites writes = new FakeWrites();
  private final RunningServer running =
      new RunningServer(
          new FakeAccess(Accounts.State.CLAIMED),
          writes,
          new WebSettings(
              "127.0.0.1", 0, 2, Duration.ZERO, true, Set.of(), Set.of(), "", new Tls.None()));

  @AfterEach
  void stop() {
    running.close();
  }

  @Test
  void aWriteIsOrderedInTheNameOfWhoeverAsks() throws Exception {
    HttpResponse<String> answer =
        post("write", "{\"metric\":\"room_setpoint\",\"value\":21.5,\"why\":\"cold\"}");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("\"outcome\":\"done\"", "\"who\":\"technician\"");
    assertThat(writes.orders())
        .containsExactly(
            new WriteOrder(Villa.HOUSE.id(), "room_setpoint", "21.5", "technician", "cold"));
  }

  @Test
  void aRegisterIsNamedInsteadOfAMetric() throws Exception {
    post("write", "{\"register\":\"register:47041\",\"value\":\"1\",\"why\":\"hot water\"}");

    assertThat(writes.orders()).extracting(WriteOrder::name).containsExactly("register:47041");
  }

  @Test
  void whatTheConfigurationForbidsIsForbidden() throws Exception {
    assertThat(post("write", "{\"metric\":\"locked\",\"value\":1,\"why\":\"x\"}").statusCode())
        .isEqualTo(403);
  }

  @Test
  void anAlarmResetNeedsNothingButAReason() throws Exception {
    assertThat(post("alarm-reset", "{\"why\":\"seen to it\"}").statusCode()).isEqualTo(200);
    assertThat(post("alarm-reset", "{}").statusCode()).isEqualTo(400);
    assertThat(writes.orders()).extracting(WriteOrder::why).containsExactly("seen to it");
  }

  @Test
  void nothingHalfUnderstoodIsWritten() throws Exception {
    for (String body :
        new String[] {
          "",
          "{",
          "[]",
          "{\"metric\":\"a\",\"why\":\"x\"}",
          "{\"value\":1,\"why\":\"x\"}",
          "{\"metric\":\"a\",\"value\":[1],\"why\":\"x\"}",
          "{\"metric\":\"a\",\"metric\":\"b\",\"value\":1,\"why\":\"x\"}",
          "{\"metric\":\"a\",\"value\":1,\"why\":\"x\"} {}",
          "{\"metric\":\"a\",\"value\":1,\"why\":\"  \"}"
        }) {
      assertThat(post("write", body).statusCode()).as(body).isEqualTo(400);
    }
    assertThat(writes.orders()).isEmpty();
  }

  private HttpResponse<String> post(String verb, String body) throws Exception {
    return running.send(
        HttpRequest.newBuilder(running.uri("http", "/api/v1/pumps/house/" + verb))
            .header("Authorization", "Bearer technician-token")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }
}
