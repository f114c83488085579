package io.pumphouse.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.Unit;
import io.pumphouse.web.model.Health;
import io.pumphouse.web.model.LastAnswer;
import io.pumphouse.web.model.LinkState;
import io.pumphouse.web.model.PumpStatus;
import io.pumphouse.web.model.Site;
import io.pumphouse.web.sample.FakeLive;
import io.pumphouse.web.sample.Readings;
import io.pumphouse.web.sample.Villa;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class PagesTest {
  private static final String[] BROWSER = {"Accept", "text/html,*/*;q=0.8"};

  private final RunningServer running = new RunningServer();

  @AfterEach
  void stop() {
    running.close();
  }

  @Test
  void theOverviewIsWhatWasAgreed() throws Exception {
    HttpResponse<String> page = running.get("/?pump=house", BROWSER);

    assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
    assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
    Golden.assertSame("overview.html", page.body());
  }

  @Test
  void theFragmentIsExactlyWhatThePageHolds() throws Exception {
    String page = running.get("/?pump=house").body();
    String fragment = running.get("/fragment/cards?pump=house").body();

    assertThat(withoutIndent(page)).contains(withoutIndent(fragment));
  }

  @Test
  void aPageWithoutPumpsSaysWhatToDo() throws Exception {
    try (RunningServer empty =
        new RunningServer(Villa.SITE, new FakeLive(), Villa.history(), Villa.health(), 1)) {
      assertThat(empty.get("/").body()).contains("No heat pump yet", "pumphouse scan", "no data");
    }
  }

  @Test
  void hostileNamesAreOnlyText() throws Exception {
    String evil = "\"><script>alert(1)</script>'&\u202e";
    PumpStatus pump =
        new PumpStatus(
            new PumpId("house"),
            evil,
            evil,
            evil,
            1,
            LinkState.DOWN,
            evil,
            evil,
            new LastAnswer.Never());
    FakeLive live = new FakeLive().with(pump, Readings.register(evil, evil, Unit.BAR, 1));
    try (RunningServer hostile =
        new RunningServer(
            new Site(evil, ZoneId.of("UTC")), live, Villa.history(), Villa.health(), 1)) {
      String page = hostile.get("/").body();

      assertThat(page).doesNotContain("<script>alert", "\"><script", "<script>");
      assertThat(page).contains("&lt;script&gt;alert(1)&lt;/script&gt;");
      assertThat(page).contains("data-name=\"register:&#34;>&lt;script>alert(1)&lt;/script>&#39;");
    }
  }

  @Test
  void nothingOnThePageNeedsAnInlineScriptOrStyle() throws Exception {
    assertThat(running.get("/").body())
        .doesNotContain("style=", "<style", "javascript:", "onclick")
        .doesNotContainPattern("<script(?![^>]* src=)");
  }

  @Test
  void anUnknownAddressIsAPageForPeopleAndAProblemForPrograms() throws Exception {
    HttpResponse<String> page = running.get("/nothing/here", BROWSER);
    HttpResponse<String> problem = running.get("/nothing/here");

    assertThat(page.statusCode()).isEqualTo(404);
    Golden.assertSame("not-found.html", page.body());
    assertThat(problem.statusCode()).isEqualTo(404);
    assertThat(problem.headers().firstValue("Content-Type")).contains("application/problem+json");
  }

  @Test
  void aMistakeOfOursIsAnErrorPageWithoutItsInsides() throws Exception {
    Health broken =
        () -> {
          throw new IllegalStateException("secret inside");
        };
    try (RunningServer server = RunningServer.withHealth(broken)) {
      HttpResponse<String> page = server.get("/healthz", BROWSER);

      assertThat(page.statusCode()).isEqualTo(500);
      assertThat(page.body())
          .contains("a mistake of its own")
          .doesNotContain("secret", "Exception");
    }
  }

  @Test
  void theOldMobileAddressLeadsHome() throws Exception {
    HttpResponse<String> moved = running.get("/mobile");

    assertThat(moved.statusCode()).isEqualTo(301);
    assertThat(moved.headers().firstValue("Location").orElse("")).endsWith("/");
  }

  @Test
  void headIsAnsweredLikeGetWithoutTheBody() throws Exception {
    HttpRequest head = HttpRequest.newBuilder(running.uri("http", "/")).HEAD().build();

    assertThat(running.send(head).statusCode()).isEqualTo(200);
    assertThat(running.send(head).body()).isEmpty();
  }

  @Test
  void assetsAreKeptForEverAndComePacked() throws Exception {
    for (String asset : assets()) {
      HttpResponse<String> plain = running.get(asset);
      HttpResponse<String> packed = running.get(asset, "Accept-Encoding", "gzip");

      assertThat(plain.headers().firstValue("Cache-Control"))
          .contains("public, max-age=31536000, immutable");
      assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
      assertThat(packed.headers().allValues("Content-Encoding")).containsExactly("gzip");
      assertThat(packed.headers().firstValue("Vary").orElse("")).contains("Accept-Encoding");
    }
    assertThat(assets()).hasSize(7);
  }

  @Test
  void anAssetThatTheBrowserHasIsNotSentAgain() throws Exception {
    String asset = assets().getFirst();
    String etag = running.get(asset).headers().firstValue("ETag").orElseThrow();

    HttpResponse<String> again = running.get(asset, "If-None-Match", etag);

    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @Test
  void onlyOurOwnAssetsAreServed() throws Exception {
    for (String other :
        List.of(
            "/assets/app.css",
            "/assets/..%2f..%2fWebServer.class",
            "/assets/",
            "/META-INF/resources/webjars/htmx.org/2.0.10/LICENSE",
            "/webjars/htmx.org/2.0.10/dist/htmx.js")) {
      assertThat(running.get(other).statusCode()).as(other).isBetween(400, 404);
    }
  }

  private List<String> assets() throws Exception {
    Stream<String> all =
        Pattern.compile("/assets/[^\"]+")
            .matcher(running.get("/?pump=house").body())
            .results()
            .map(MatchResult::group);
    return all.distinct().toList();
  }

  private static String withoutIndent(String html) {
    return html.replaceAll("\\s*\n\\s*", "\n").strip();
  }
}
