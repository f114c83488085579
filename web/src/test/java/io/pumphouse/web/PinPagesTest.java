package io.pumphouse.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Metric;
import io.pumphouse.web.model.Pins;
import io.pumphouse.web.model.SgReady;
import io.pumphouse.web.sample.Readings;
import io.pumphouse.web.sample.Villa;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What hangs on the pins, for people: seen by whoever may read, ordered by technician and owner.
 */
final class PinPagesTest {
  private static final String PAGE = "/board";
  private static final String OVERVIEW = "/?pump=house";
  private static final String FRAGMENT = "/fragment/board";
  private static final String TOLD = FRAGMENT + "/told";
  private static final String EVIL = "\"><script>alert(1)</script>'&\u202e";

  private final RunningServer running = new RunningServer();

  @AfterEach
  void stop() {
    running.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {PAGE, FRAGMENT})
  void everyPinIsShownWithItsUseAndWhatItDoes(String page) throws Exception {
    assertThat(text(get("viewer", page)))
        .contains("SG Ready, input A GPIO 17 works: open", "GPIO 22 works: closed: a pump has an")
        .contains(
            "Status lamp GPIO 23 works: lit at this", "GPIO 24, on at a low level works: listens")
        .contains("The pump is told 2, normal: it decides for itself.");
  }

  @ParameterizedTest
  @ValueSource(strings = {PAGE, FRAGMENT, TOLD})
  void whatThePumpIsToldIsShownWithSinceWhenByWhomAndWhy(String page) throws Exception {
    assertThat(text(get("viewer", page)))
        .contains("The pump is told 2, normal: it decides for itself.")
        .contains("Since 3 Feb 2026, 11:14:00 (90\u00a0s) · the agent : it opened the board");
  }

  @Test
  void inSwedishNothingStaysEnglish() throws Exception {
    assertThat(text(get("owner", PAGE + "?lang=sv")))
        .contains("SG Ready, ingång A GPIO 17 fungerar: öppen", "Pumpen får höra 2, normal")
        .contains("Sedan 3 feb. 2026, 11:14:00 (90\u00a0s) · agenten : den öppnade kortet")
        .contains("Säg till pumpen", "3 · Rekommenderad");
  }

  @Test
  void thePowerAndTheCounterOfTheMeterHaveTheirAge() throws Exception {
    running.live.poll(
        Villa.HOUSE,
        Readings.value(Metric.ELECTRIC_POWER, "1", 2140),
        Readings.old(Metric.METERED_ELECTRICITY, "0.001", 1_234_567, Duration.ofMinutes(10)));

    assertThat(text(get("viewer", FRAGMENT)))
        .contains("2140 W just now", "1234.567 kWh 10\u00a0min ago");
    assertThat(get("viewer", FRAGMENT))
        .contains("data-series=\"electric_power\">")
        .contains("data-series=\"metered_electricity\" data-bad");
  }

  @Test
  void aMeterThatDoesNotComeToRestSaysWhatToLookAt() throws Exception {
    running.live.poll(
        Villa.HOUSE, Readings.invalid(Metric.ELECTRIC_POWER, new Fault.Garbled("restless")));

    assertThat(text(get("viewer", FRAGMENT))).contains("does not come to rest: look at its two");
  }

  @Test
  void aBoardOutOfOrderSaysWhyAndNothingThatNobodyKnows() throws Exception {
    running.board.breakDown("no chip <b>", "look for it");

    assertThat(text(get("owner", PAGE)))
        .contains("no chip &lt;b&gt; look for it", "SG Ready, input A GPIO 17 out of order")
        .contains(
            "is not known while the board is out of order. As last ordered: The pump is told 2")
        .doesNotContain("works:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"technician", "owner"})
  void whoeverMayOrderSeesFourButtonsAndAReason(String who) throws Exception {
    assertThat(get(who, PAGE))
        .contains("value=\"blocked\"", "value=\"normal\"", "value=\"recommended\"")
        .contains("value=\"forced\"", "name=\"why\"", "maxlength=\"200\" required");
    assertThat(text(get(who, OVERVIEW))).contains("What hangs on the pins Tell the pump");
  }

  @Test
  void aViewerSeesNoButtonButWhoHasThem() throws Exception {
    assertThat(get("viewer", PAGE))
        .doesNotContain("value=\"forced\"", "name=\"why\"")
        .contains("Technicians and owners can tell the pump something here.");
    assertThat(post("viewer", "state=forced&why=sun").statusCode()).isEqualTo(403);
    assertThat(state()).isEqualTo(SgReady.NORMAL);
  }

  @Test
  void aFormWithoutItsKeyOrdersNothing() throws Exception {
    HttpResponse<String> refused = send("owner", "state=forced&why=sun", "wrong", List.of());

    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(state()).isEqualTo(SgReady.NORMAL);
  }

  @Test
  void withoutScriptsAnOrderLeadsBackToWhatThePumpIsTold() throws Exception {
    HttpResponse<String> done = post("technician", "state=forced&why=sun+on+the+roof");

    assertThat(done.statusCode()).isEqualTo(303);
    assertThat(done.headers().firstValue("Location")).contains(PAGE);
    assertThat(text(get("viewer", PAGE)))
        .contains("The pump is told 4, forced", "(0\u00a0s) · technician : sun on the roof")
        .contains("SG Ready, input A GPIO 17 works: closed", "input B GPIO 27 works: closed");
  }

  @Test
  void withScriptsTheAnswerIsThePanelWithWhatBecameOfIt() throws Exception {
    HttpResponse<String> done = script("owner", "state=4&why=sun");

    assertThat(done.statusCode()).isEqualTo(200);
    assertThat(done.body()).startsWith("<section class=\"panel pins\" id=\"pins\"");
    assertThat(text(done.body())).contains("Done. The pump is told: 4 · Forced");
    assertThat(text(script("owner", "state=4&why=again").body()))
        .contains("Nothing was changed. The pump is told already: 4 · Forced");
  }

  @Test
  void anOrderThatComesTooSoonSaysWhenToTryAgainAndKeepsTheReason() throws Exception {
    post("owner", "state=forced&why=sun");
    HttpResponse<String> refused = post("owner", "state=normal&why=clouds+came");

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(text(refused.body()))
        .contains("SG Ready has been 4 forced for 0 s, and every state stands for 60 try again in");
    assertThat(refused.body()).contains("name=\"why\" value=\"clouds came\"");
    assertThat(state()).isEqualTo(SgReady.FORCED);
  }

  @Test
  void aRefusalIsToldInSwedishToo() throws Exception {
    post("owner", "state=forced&why=sol");
    HttpResponse<String> refused =
        send(
            "owner",
            "state=normal&why=moln",
            FormKeys.of("owner-session"),
            List.of("Accept-Language", "sv"));

    assertThat(text(refused.body()))
        .contains("SG Ready har varit 4 påtvingad i 0 s, och varje läge gäller i 60")
        .contains("försök igen om 60 s");
  }

  @Test
  void aBoardOutOfOrderRefusesWithCauseAndNextStep() throws Exception {
    running.board.breakDown("no chip", "look for it");
    HttpResponse<String> refused = post("owner", "state=forced&why=sun");

    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(text(refused.body())).contains("no chip look for it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"state=forced", "state=forced&why=+++", "state=off&why=sun", ""})
  void anOrderWithoutStateOrReasonIsNone(String form) throws Exception {
    HttpResponse<String> refused = post("owner", form);

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("an order needs one of the four states and a reason");
    assertThat(state()).isEqualTo(SgReady.NORMAL);
  }

  @Test
  void aHostileReasonIsOnlyText() throws Exception {
    String form = "&why=" + URLEncoder.encode(EVIL, StandardCharsets.UTF_8);
    post("owner", "state=forced" + form);
    String refused = post("owner", "state=normal" + form).body();

    for (String page : List.of(refused, get("viewer", TOLD), get("viewer", FRAGMENT))) {
      assertThat(page).doesNotContain("<script>alert", "\"><script").contains("&lt;script&gt;");
    }
  }

  @Test
  void whereNoPinIsConfiguredNothingIsShown() throws Exception {
    running.board.remove();

    assertThat(get("owner", OVERVIEW)).doesNotContain("pins-head", "GPIO", "SG Ready");
    assertThat(running.get(PAGE, "Accept", "text/html").statusCode()).isEqualTo(404);
  }

  private SgReady state() {
    return running.board.report().sgReady() instanceof Pins.State told
        ? told.state()
        : SgReady.BLOCKED;
  }

  private String get(String who, String page) throws Exception {
    return running
        .get(page, "Cookie", "pumphouse=" + who + "-session", "Accept", "text/html")
        .body();
  }

  private HttpResponse<String> post(String who, String form) throws Exception {
    return send(who, form, FormKeys.of(who + "-session"), List.of());
  }

  private HttpResponse<String> script(String who, String form) throws Exception {
    return send(who, form, FormKeys.of(who + "-session"), List.of("HX-Request", "true"));
  }

  private HttpResponse<String> send(String who, String form, String key, List<String> besides)
      throws Exception {
    List<String> headers = new ArrayList<>(besides);
    headers.addAll(List.of("Accept", "text/html", "Cookie", "pumphouse=" + who + "-session"));
    headers.addAll(List.of("Content-Type", "application/x-www-form-urlencoded"));
    return running.send(
        HttpRequest.newBuilder(running.uri("http", PAGE + "/sg-ready"))
            .headers(headers.toArray(String[]::new))
            .POST(HttpRequest.BodyPublishers.ofString(form + "&csrf=" + key))
            .build());
  }

  /** What a person reads: without tags, and with one space where there are several. */
  private static String text(String page) {
    return page.replaceAll("<[^>]*>", " ").replaceAll("[ \\n]+", " ");
  }
}
