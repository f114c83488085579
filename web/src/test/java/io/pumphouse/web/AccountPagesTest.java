package io.pumphouse.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.web.model.Accounts;
import io.pumphouse.web.sample.FakeAccess;
import io.pumphouse.web.sample.FakeWrites;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The pages as a browser without scripts uses them. */
final class AccountPagesTest {
  private static final String OWNER = "pumphouse=owner-session";
  private static final String KEY = FormKeys.of("owner-session");

  private final FakeAccess access = new FakeAccess(Accounts.State.CLAIMED);
  private final RunningServer running = server(access);

  private static RunningServer server(FakeAccess access) {
    return new RunningServer(
        access,
        new FakeWrites(),
        new WebSettings(
            "127.0.0.1", 0, 2, Duration.ZERO, false, Set.of(), Set.of(), "", new Tls.None()));
  }

  @AfterEach
  void stop() {
    running.close();
  }

  @Test
  void whoeverIsNotKnownIsLedToTheLoginAndBack() throws Exception {
    HttpResponse<String> sent = running.get("/account", "Accept", "text/html");
    assertThat(sent.statusCode()).isEqualTo(303);
    assertThat(sent.headers().firstValue("Location")).contains("/login?to=%2Faccount");

    assertThat(running.get("/login?to=%2Faccount", "Accept", "text/html").body())
        .contains("name=\"to\" value=\"/account\"");
    HttpResponse<String> in = post("/login", "user=owner&password=open+sesame&to=%2Faccount");
    assertThat(in.statusCode()).isEqualTo(303);
    assertThat(in.headers().firstValue("Location")).contains("/account");
    assertThat(in.headers().firstValue("Set-Cookie"))
        .contains("pumphouse=owner-session; Path=/; Max-Age=2592000; HttpOnly; SameSite=Strict");
  }

  @Test
  void theLoginLeadsToNoForeignPage() throws Exception {
    for (String foreign : new String[] {"//evil.example", "http://evil.example", "/%5Cevil"}) {
      assertThat(
              post("/login", "user=owner&password=open+sesame&to=" + foreign)
                  .headers()
                  .firstValue("Location"))
          .contains("/");
    }
  }

  @Test
  void aWrongPasswordIsSaidAtItsFieldAndNotRepeated() throws Exception {
    HttpResponse<String> again = post("/login", "user=anna%3Cb%3E&password=hunter22");

    assertThat(again.statusCode()).isEqualTo(422);
    assertThat(again.body())
        .contains("aria-invalid=\"true\" aria-describedby=\"password-error\"")
        .contains("<small id=\"password-error\" role=\"alert\">name or password is wrong</small>")
        .contains("value=\"anna&lt;b>\"")
        .doesNotContain("hunter22");
  }

  @Test
  void whoeverTriesTooOftenIsToldHowLongToWait() throws Exception {
    HttpResponse<String> page = post("/login", "user=hasty&password=x");
    assertThat(page.statusCode()).isEqualTo(429);
    assertThat(page.body()).contains("try again in 8 s");

    HttpResponse<String> api = post("/api/v1/session", "user=hasty&password=x");
    assertThat(api.headers().firstValue("Retry-After")).contains("8");
  }

  @Test
  void theAccountPageShowsAnOwnerEverything() throws Exception {
    String page = running.get("/account", "Cookie", OWNER).body();

    assertThat(page)
        .contains("Account of owner", "Your role: owner.")
        .contains("technician", "192.0.2.30", "Browser &lt;b&gt;9&lt;/b&gt;", "Live connections")
        .contains("action=\"/account/users/viewer/remove\"", "value=\"" + KEY + "\"")
        .contains("this one");
  }

  @Test
  void aViewerSeesOnlyTheirOwn() throws Exception {
    String page = running.get("/account", "Cookie", "pumphouse=viewer-session").body();

    assertThat(page)
        .contains("/account/sessions/s-viewer/end", "/account/tokens/t-viewer/revoke")
        .doesNotContain("s-owner", "t-technician", "/account/users", "Live connections");
  }

  @Test
  void aFormOfOursChangesAndTellsWhat() throws Exception {
    HttpResponse<String> done =
        post("/account/users", "user=bo&role=viewer&password=long+enough+it+is&csrf=" + KEY, OWNER);

    assertThat(done.statusCode()).isEqualTo(200);
    assertThat(done.body()).contains("owner added bo as viewer");
    assertThat(access.changes()).containsExactly("owner added bo as viewer");
  }

  @Test
  void aFormWithoutItsKeyChangesNothing() throws Exception {
    HttpResponse<String> refused =
        post("/account/users", "user=bo&role=viewer&password=long+enough+it+is", OWNER);

    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(access.changes()).isEmpty();
  }

  @Test
  void anErrorOnTheAccountPageStandsAtTheFieldOfItsForm() throws Exception {
    HttpResponse<String> refused =
        post("/account/users", "user=bo&role=viewer&password=short&csrf=" + KEY, OWNER);

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .contains("<small id=\"users-password-error\" role=\"alert\" lang=\"en\">too short</small>")
        .doesNotContain("password-password-error");
  }

  @Test
  void aTokenIsShownOnce() throws Exception {
    String form = "name=automation&role=viewer&days=30&csrf=" + KEY;

    assertThat(post("/account/tokens", form, OWNER).body()).contains("fresh-secret");
    assertThat(running.get("/account", "Cookie", OWNER).body()).doesNotContain("fresh-secret");
  }

  @Test
  void anUnclaimedServerIsClaimedOnItsPage() throws Exception {
    FakeAccess nobodys = new FakeAccess(Accounts.State.UNCLAIMED);
    try (RunningServer fresh = server(nobodys)) {
      assertThat(fresh.get("/login", "Accept", "text/html").headers().firstValue("Location"))
          .contains("/claim");
      assertThat(fresh.get("/claim", "Accept", "text/html").body())
          .contains("<label for=\"code\">Claim code</label>", "autocomplete=\"new-password\"");
      String form = "code=the+code&user=anna&password=long+enough+it+is";
      assertThat(send(fresh, "/claim", form, "").statusCode()).isEqualTo(303);
    }
    assertThat(nobodys.changes()).containsExactly("claimed by anna");
  }

  @Test
  void aLiveConnectionIsListedAndEndedWithItsSession() throws Exception {
    try (LiveClient tab = LiveClient.greeted(running, "Cookie", OWNER)) {
      assertThat(running.get("/api/v1/clients", "Cookie", OWNER).body())
          .contains("\"user\":\"owner\",\"address\":\"127.0.0.1\"");

      post("/account/sessions/s-owner/end", "csrf=" + KEY, OWNER);

      assertThat(tab.closeStatus()).isEqualTo(1008);
    }
  }

  private HttpResponse<String> post(String path, String form) throws Exception {
    return send(running, path, form, "");
  }

  private HttpResponse<String> post(String path, String form, String cookie) throws Exception {
    return send(running, path, form, cookie);
  }

  private static HttpResponse<String> send(
      RunningServer server, String path, String form, String cookie) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.uri("http", path))
            .header("Accept", "text/html")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form));
    return server.send((cookie.isEmpty() ? request : request.header("Cookie", cookie)).build());
  }
}
