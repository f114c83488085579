package io.pumphouse.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.pumphouse.web.model.Accounts;
import io.pumphouse.web.model.WriteOrder;
import io.pumphouse.web.sample.FakeAccess;
import io.pumphouse.web.sample.FakeWrites;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A setting is changed on a page without scripts: asked, asked once more, done once, and told. */
final class OrderPagesTest {
  private static final String PAGE = "/pumps/house/change";
  private static final String WARMER = "register=room_setpoint&value=21%2C5&why=cold+nursery";
  private static final String SECRET = "technician-session";

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
  void theFormOffersWhatTheConfigurationAllowsWithItsLimits() throws Exception {
    String page = get(PAGE + "?register=room_setpoint").body();

    assertThat(page)
        .contains("<option value=\"room_setpoint\" selected>")
        .contains("now 20.5 °C; 5.0 to 30.0 °C", "Reset the alarm")
        .doesNotContain("<option value=\"alarm_reset\"");
    assertThat(writes.orders()).isEmpty();
  }

  @Test
  void anOrderIsAskedOnceMoreBeforeItIsSent() throws Exception {
    String sure = post(WARMER).body();

    assertThat(sure)
        .contains("Are you sure?", "20.5 °C", "<strong>21.5 °C</strong>", "cold nursery");
    assertThat(writes.orders()).isEmpty();
  }

  @Test
  void whoeverIsSureWritesOnceWithTheirNameAndReason() throws Exception {
    String ticket = ticket(post(WARMER));
    HttpResponse<String> done = post(WARMER + "&ticket=" + ticket);

    assertThat(done.statusCode()).isEqualTo(200);
    assertThat(done.body()).contains("Done: the pump has the new value.", "data-outcome=\"done\"");
    assertThat(writes.orders())
        .extracting(WriteOrder::name, WriteOrder::value, WriteOrder::who, WriteOrder::why)
        .containsExactly(tuple("room_setpoint", "21.5", "technician", "cold nursery"));
  }

  @Test
  void aReloadedPageWritesNothingAgain() throws Exception {
    String ticket = ticket(post(WARMER));
    post(WARMER + "&ticket=" + ticket);
    HttpResponse<String> again = post(WARMER + "&ticket=" + ticket);

    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(again.body()).contains("sent already and is not sent again");
    assertThat(writes.orders()).hasSize(1);
  }

  @Test
  void anInventedTicketWritesNothing() throws Exception {
    assertThat(post(WARMER + "&ticket=made-up").statusCode()).isEqualTo(409);
    assertThat(writes.orders()).isEmpty();
  }

  @Test
  void anUnknownOutcomeIsItsOwnResult() throws Exception {
    String order = "register=wobbly&value=1&why=test";
    HttpResponse<String> told = post(order + "&ticket=" + ticket(post(order)));

    assertThat(told.statusCode()).isEqualTo(504);
    assertThat(told.body())
        .contains("it may or may not have taken effect", "data-outcome=\"unknown\"")
        .doesNotContain("Done:");
  }

  @Test
  void whatIsNotAllowedIsToldInWords() throws Exception {
    String order = "register=locked&value=1&why=test";
    HttpResponse<String> told = post(order + "&ticket=" + ticket(post(order)));

    assertThat(told.statusCode()).isEqualTo(403);
    assertThat(told.body()).contains("Not allowed; the pump was not asked.", "unlock it");
  }

  @Test
  void anAlarmIsResetTheSameWay() throws Exception {
    String order = "register=alarm_reset&why=filter+cleaned";
    HttpResponse<String> told = post(order + "&ticket=" + ticket(post(order)));

    assertThat(told.statusCode()).isEqualTo(200);
    assertThat(writes.orders()).extracting(WriteOrder::name).containsExactly("alarm_reset");
  }

  @Test
  void anOrderWithoutReasonOrOfAnotherRegisterIsNotAskedFor() throws Exception {
    assertThat(post("register=room_setpoint&value=21").body()).contains("a value and a reason");
    assertThat(post("register=30002&value=21&why=x").body()).contains("may not be changed");
    assertThat(writes.orders()).isEmpty();
  }

  @Test
  void aViewerIsToldWhomThisIsFor() throws Exception {
    HttpResponse<String> refused =
        running.get(PAGE, "Cookie", "pumphouse=viewer-session", "Accept", "text/html");

    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("viewer is a viewer, and this is for a technician");
  }

  @Test
  void aPumpThatIsNotThereIsNotFound() throws Exception {
    assertThat(get("/pumps/none/change").statusCode()).isEqualTo(404);
  }

  private static String ticket(HttpResponse<String> page) {
    return page.body().replaceAll("(?s).*name=\"ticket\" value=\"([^\"]*)\".*", "$1");
  }

  private HttpResponse<String> get(String path) throws Exception {
    return running.get(path, "Cookie", "pumphouse=" + SECRET, "Accept", "text/html");
  }

  private HttpResponse<String> post(String form) throws Exception {
    return running.send(
        HttpRequest.newBuilder(running.uri("http", PAGE))
            .header("Accept", "text/html")
            .header("Cookie", "pumphouse=" + SECRET)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form + "&csrf=" + FormKeys.of(SECRET)))
            .build());
  }
}
