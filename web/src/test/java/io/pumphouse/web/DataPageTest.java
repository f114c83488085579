package io.pumphouse.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is stored, and how to get at it. */
final class DataPageTest {
  private static final String[] TECHNICIAN = {"Cookie", "pumphouse=technician-session"};

  private final RunningServer running = new RunningServer();

  @AfterEach
  void stop() {
    running.close();
  }

  @Test
  void thePageTellsWhatIsStoredAndHowLongTheCardLasts() throws Exception {
    assertThat(running.get("/data?pump=house").body())
        .contains("16\u202f416\u202f000 <span class=\"quiet\">estimate", "24.0\u00a0MiB")
        .contains("4 Jan 2026, 11:15:30", "90 days", "2 years", "for ever")
        .contains("last commit 12 s ago", "no damage")
        .contains(
            "44 years", "a new card", "23.8\u00a0MiB", "in 6\u00a0h", "the kernel does not tell");
  }

  @Test
  void itSpeaksSwedish() throws Exception {
    assertThat(running.get("/data?pump=house&lang=sv").body())
        .contains("24,0\u00a0MiB", "för alltid", "4 jan. 2026, 11:15:30");
  }

  @Test
  void samplesStandNewestFirstWithTheReasonWhereThereIsNone() throws Exception {
    String page = running.get("/data/samples?pump=house&metric=outdoor_temp").body();

    assertThat(page).containsSubsequence("refused, code 2", "not fitted", "−7.5");
    assertThat(page)
        .contains("before=2026-02-03T10:13:30Z\">Older", "after=2026-02-03T10:15:30.001Z");
  }

  @Test
  void whoLeafsOnFindsTheWayBackAndTheEnd() throws Exception {
    String page =
        running
            .get("/data/samples?pump=house&metric=outdoor_temp&after=2026-02-01T00:00:00Z")
            .body();

    assertThat(page).contains(">Older").doesNotContain(">Newer");
  }

  @Test
  void aRegisterThatIsNotThereIsNotFound() throws Exception {
    HttpResponse<String> answer = running.get("/data/samples?pump=house&metric=nonsense");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("There is no such register");
  }

  @Test
  void aFileIsOfTheTimeOfTheSitesClocks() throws Exception {
    HttpResponse<String> answer =
        running.get(
            "/data/export?pump=house&metric=outdoor_temp&format=csv&from=2026-02-01T06:00&to=2026-02-02T06:00");

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location").orElse(""))
        .endsWith(
            "/api/v1/pumps/house/export?format=csv&metrics=outdoor_temp&from=2026-02-01T05:00:00Z&to=2026-02-02T05:00:00Z");
  }

  @Test
  void onlyTechniciansAreShownTheWayToQuestionsInSql() throws Exception {
    assertThat(running.get("/data").body()).contains("once they have logged in");
    assertThat(running.get("/data", TECHNICIAN).body()).doesNotContain("once they have logged in");
  }

  @Test
  void anAnswerIsATableAndNothingInItIsMarkup() throws Exception {
    String page = running.get("/data/query?q=SELECT%20%27%3Cb%3E%27", TECHNICIAN).body();

    assertThat(page)
        .contains("the first 1 rows, in 7 ms", "&lt;b&gt;", "<td dir=\"auto\">SELECT '&lt;b&gt;'")
        .doesNotContain("<b>");
  }

  @Test
  void whatIsRefusedIsSaidWithWhatToDo() throws Exception {
    assertThat(running.get("/data/query?q=DROP%20TABLE%20block", TECHNICIAN).body())
        .contains("only SELECT, WITH and VALUES are asked here", "write a SELECT", "aria-invalid");
  }
}
