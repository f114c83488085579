package io.pumphouse.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The file is read through when a technician asks, on the page and for programs. */
final class SoundnessTest {
  private static final String API = "/api/v1/storage/check";

  private final RunningServer running = new RunningServer();

  @AfterEach
  void stop() {
    running.close();
  }

  @Test
  void onlyTechniciansAreOfferedToLook() throws Exception {
    assertThat(running.get("/data").body()).contains("not read through").doesNotContain("/check");
    assertThat(page("technician", "")).contains("action=\"/data/check\"", "Check now");
  }

  @Test
  void theAnswerSaysWhenAndForWhomAndHowLongAgo() throws Exception {
    assertThat(press("technician").headers().firstValue("Location")).hasValue("/data#sound");

    assertThat(page("technician", ""))
        .contains("being read through, for technician", "hx-get=\"/fragment/soundness\"");
    assertThat(page("technician", "?lang=sv"))
        .contains("Filen är hel: läst", "på 3\u00a0s åt technician", "class=\"well\"", "nyss")
        .doesNotContain("hx-get=\"/fragment/soundness\"");
  }

  @Test
  void damageIsToldWithWhatToDoAndNothingInItIsMarkup() throws Exception {
    press("owner");
    page("owner", "");

    assertThat(running.get("/data").body())
        .contains("The file is damaged", "Tree 2 page 7: &lt;b&gt;", "restore a snapshot");
  }

  @Test
  void aScriptGetsThePartAlone() throws Exception {
    HttpResponse<String> part = press("technician", "HX-Request", "true");

    assertThat(part.statusCode()).isEqualTo(200);
    assertThat(part.body()).contains("id=\"sound\"").doesNotContain("<html");
  }

  @Test
  void whoMayOnlyReadIsRefused() throws Exception {
    assertThat(press("viewer").statusCode()).isEqualTo(403);
    assertThat(page("technician", "")).contains("not read through");
  }

  @Test
  void programsBeginAndAskWhatCameOfIt() throws Exception {
    assertThat(running.get(API).body()).isEqualTo("{\"state\":\"unasked\"}");

    HttpResponse<String> begun =
        running.send(
            HttpRequest.newBuilder(running.uri("http", API))
                .header("Authorization", "Bearer owner-token")
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());

    assertThat(begun.statusCode()).isEqualTo(202);
    assertThat(begun.body())
        .isEqualTo(
            """
            {"state":"under-way","since":"2026-02-03T10:15:30Z","by":"owner"}""");
    running.get(API);
    assertThat(running.get(API).body())
        .isEqualTo(
            """
            {"state":"damaged","where":["Tree 2 page 7: <b>"],\
            "next":"export what matters now, then restore a snapshot from before the damage",\
            "at":"2026-02-03T10:15:30Z","by":"owner","took_ms":3000}""");
  }

  private String page(String user, String query) throws Exception {
    return running.get("/data" + query, "Cookie", "pumphouse=" + user + "-session").body();
  }

  private HttpResponse<String> press(String user, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(running.uri("http", "/data/check"))
            .header("Cookie", "pumphouse=" + user + "-session")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("csrf=" + FormKeys.of(user + "-session")));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return running.send(request.build());
  }
}
