package io.pumphouse.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.pumphouse.web.sample.FakeSettings;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** Things are set in a real browser, with and without scripts, and by programs. */
final class SettingsPageTest {
  private static final String WRONG = "found \"1.85!\"; accepted: anything without !, such as 1.85";

  private final RunningServer running = new RunningServer();
  private final FakeSettings settings = running.appliance.settings;
  @TempDir private Path profile;

  @AfterEach
  void stop() {
    running.close();
  }

  @Test
  void inABrowserItIsSavedInPlaceAndWithoutScriptsToo() throws IOException {
    assumeTrue(Browser.isHere(), "no Chromium on this machine");
    try (Browser browser = new Browser(profile)) {
      Owner owner = new Owner(browser.width(1440), running);
      owner.visit("/settings");
      owner.await("#connection", "live");
      owner.await("#tools .badge", "rsync is missing");
      type(browser, "electricity-price", "1.85!");
      owner.press(".save > button");
      owner.await("#s-electricity-price-wrong", WRONG);
      assertThat(settings.orders()).isEmpty();
      assertThat(Barriers.on(browser)).isEmpty();

      type(browser, "electricity-price", "2.10");
      owner.press(".save > button");
      owner.await("#saved", "Saved: Price of a kWh");
      assertThat(settings.orders()).containsExactly("owner: electricity-price=2.10");
      owner.press("#s-currency-reset");
      owner.await("#saved", "Saved: Currency");

      browser.scripts(false).width(360);
      owner.visit("/settings?tools=now");
      owner.await("#tools .badge", "rsync is missing");
      type(browser, "keep-raw", "30d!");
      owner.press(".save > button");
      assertThat(field(browser, "keep-raw")).isEqualTo("30d!");
      type(browser, "keep-raw", "30d");
      owner.press(".save > button");
      owner.await("#saved", "Saved: Keep readings");
      assertThat(browser.tooWide()).isEmpty();
      browser.shoot("settings-saved-360");
      assertThat(settings.orders()).last().isEqualTo("owner: keep-raw=30d");
    }
  }

  private static void type(Browser browser, String key, String text) {
    var box = browser.driver().findElement(By.id("s-" + key));
    box.clear();
    box.sendKeys(text);
  }

  private static String field(Browser browser, String key) {
    return browser.text("document.getElementById('s-" + key + "').value");
  }

  @Test
  void programsReadAndChangeThem() throws Exception {
    assertThat(running.get("/api/v1/settings").body())
        .contains(
            "{\"key\":\"currency\",\"group\":\"site\",\"value\":\"EUR\",\"default\":\"SEK\",\"chosen\":true,\"effect\":\"live\"",
            "\"configuration\":\"site: currency:\"",
            "\"choices\":[\"fast\",\"checksum\",\"verify-after\"]");
    HttpResponse<String> wrong = patch("{\"currency\":\"!\"}");
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body()).contains("currency: found \\\"!\\\", accepted: anything without !");
    assertThat(patch("{\"currency\":\"NOK\",\"language\":\"sv\"}").body())
        .isEqualTo("{\"changed\":[\"currency\",\"language\"]}");
    assertThat(running.get("/").body()).contains("<html lang=\"sv\">");
    assertThat(running.get("/", "Cookie", "lang=en").body()).contains("<html lang=\"en\">");
    assertThat(send("POST", "/api/v1/settings/reset", "{\"keys\":[\"language\"]}").statusCode())
        .isEqualTo(200);
    assertThat(running.get("/").body()).contains("<html lang=\"en\">");
    assertThat(running.get("/api/v1/tools").body()).contains("\"name\":\"rsync\"", "\"minimum\"");
  }

  private HttpResponse<String> patch(String body) throws Exception {
    return send("PATCH", "/api/v1/settings", body);
  }

  private HttpResponse<String> send(String method, String path, String body) throws Exception {
    return running.send(
        HttpRequest.newBuilder(running.uri("http", path))
            .header("Authorization", "Bearer owner-token")
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build());
  }
}
