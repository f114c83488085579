package io.pumphouse.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What hangs on the pins, for programs. */
final class BoardApiTest {
  private static final String API = "/api/v1/board";

  private final RunningServer running = new RunningServer();

  @AfterEach
  void stop() {
    running.close();
  }

  private HttpResponse<String> order(String who, String body)
      throws IOException, InterruptedException {
    return running.send(
        HttpRequest.newBuilder(running.uri("http", API + "/sg-ready"))
            .header("Authorization", "Bearer " + who + "-token")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  @Test
  void everyPinAndWhatThePumpIsTold() throws Exception {
    assertThat(running.get(API).body())
        .isEqualTo(
            "{\"pins\":["
                + "{\"use\":\"sg-ready.a\",\"pin\":17,\"active_low\":false,\"state\":\"off\",\"pump\":null},"
                + "{\"use\":\"sg-ready.b\",\"pin\":27,\"active_low\":false,\"state\":\"off\",\"pump\":null},"
                + "{\"use\":\"alarm-contact\",\"pin\":22,\"active_low\":false,\"state\":\"on\",\"pump\":null},"
                + "{\"use\":\"status-lamp\",\"pin\":23,\"active_low\":false,\"state\":\"on\",\"pump\":null},"
                + "{\"use\":\"s0-meter\",\"pin\":24,\"active_low\":true,\"state\":null,\"pump\":\"house\"}],"
                + "\"sg_ready\":{\"state\":\"normal\",\"number\":2,\"lasting_ms\":90000,\"by\":\"the"
                + " agent\",\"why\":\"it opened the"
                + " board\"},\"board\":{\"status\":\"ok\",\"cause\":\"holds gpio"
                + " 17\",\"next\":\"\"}}");
  }

  @Test
  void whileTheBoardIsOutOfOrderNoPinHasAState() throws Exception {
    running.board.breakDown("no chip", "look for it");

    assertThat(running.get(API).body())
        .contains("\"use\":\"sg-ready.a\",\"pin\":17,\"active_low\":false,\"state\":null")
        .contains("{\"status\":\"degraded\",\"cause\":\"no chip\",\"next\":\"look for it\"}");
  }

  @Test
  void aTechnicianTellsThePumpSomething() throws Exception {
    HttpResponse<String> told =
        order("technician", "{\"state\":\"forced\",\"why\":\"sun on the roof\"}");

    assertThat(told.statusCode()).isEqualTo(200);
    assertThat(told.body()).contains("\"state\":\"forced\",\"number\":4");
  }

  @Test
  void anOrderThatComesTooSoonSaysWhenToTryAgain() throws Exception {
    order("owner", "{\"state\":\"4\",\"why\":\"sun\"}");
    HttpResponse<String> refused = order("owner", "{\"state\":\"2\",\"why\":\"clouds\"}");

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body())
        .contains(
            "SG Ready has been 4 forced for 0 s, and every state stands for 60; try again in 60 s");
  }

  @Test
  void whoMayOnlyReadIsRefused() throws Exception {
    assertThat(order("viewer", "{\"state\":\"forced\",\"why\":\"sun\"}").statusCode())
        .isEqualTo(403);
    assertThat(running.get(API).body()).contains("\"state\":\"normal\"");
  }

  @Test
  void aStateThatIsNoneOrNoReasonIsABadRequest() throws Exception {
    assertThat(order("owner", "{\"state\":\"off\",\"why\":\"sun\"}").statusCode()).isEqualTo(400);
    assertThat(order("owner", "{\"state\":\"forced\"}").statusCode()).isEqualTo(400);
  }
}
