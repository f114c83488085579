package io.pumphouse.agent.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.setting.Household;
import io.pumphouse.hal.map.Lookup;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.map.RegisterMaps;
import io.pumphouse.web.model.Setting;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings in a whole agent: what was set before its start, each in the place that it is for. */
final class SettingsInPlaceTest {
  /** What is set, and what shows it at which address. */
  private static final Map<String, Proof> PROOFS =
      Map.of(
          "electricity-price", new Proof("4.25", "/analysis?pump=demo&figures=now", "4,25"),
          "currency", new Proof("XAU", "/api/v1/pumps/demo/summary?range=1h", "\"XAU\""),
          "language", new Proof("sv", "/", "<html lang=\"sv\">"),
          "keep-raw", new Proof("33d", "/data?pump=demo", "33"));

  @TempDir private Path folder;

  private record Proof(String value, String address, String shown) {}

  @Test
  void everySettingIsReadWhereItIsFor() throws IOException, InterruptedException {
    Demo.Wish wish = new Demo.Wish(map(), 1, 0, Duration.ofHours(2));
    try (Demo demo = Demo.openIn(folder.resolve("demo"), wish);
        HttpClient http = HttpClient.newHttpClient()) {
      StringBuilder text = new StringBuilder();
      PROOFS.forEach((key, proof) -> text.append(key + ": \"" + proof.value() + "\"\n"));
      Files.writeString(demo.folder().resolve("settings.yaml"), text);
      URI dashboard = URI.create(demo.start().cause());
      for (Map.Entry<String, Proof> each : PROOFS.entrySet()) {
        URI address = dashboard.resolve(each.getValue().address());
        String body =
            http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body();
        assertThat(body).as(each.getKey()).contains(each.getValue().shown());
      }
    }
  }

  @Test
  void everySettingOfTheSiteIsProved() {
    assertThat(PROOFS.keySet()).containsAll(Household.keys(Setting.Group.SITE));
  }

  private static RegisterMap map() {
    return new RegisterMaps().find("nibe-s1255") instanceof Lookup.Found(RegisterMap found)
        ? found
        : fail();
  }

  private static RegisterMap fail() {
    throw new AssertionError("a shipped map is not there");
  }
}
