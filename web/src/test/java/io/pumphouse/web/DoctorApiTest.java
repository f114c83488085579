package io.pumphouse.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the doctor says, for programs, and the bundle. */
final class DoctorApiTest {
  private final RunningServer running = new RunningServer();

  @AfterEach
  void stop() {
    running.close();
  }

  private HttpResponse<String> get(String who, String path)
      throws IOException, InterruptedException {
    return running.send(
        HttpRequest.newBuilder(running.uri("http", "/api/v1/doctor" + path))
            .header("Authorization", "Bearer " + who + "-token")
            .build());
  }

  @Test
  void everySignWithItsGradeCauseAndNextStep() throws Exception {
    assertThat(get("technician", "").body())
        .isEqualTo(
            "[{\"name\":\"clock\",\"grade\":\"well\",\"cause\":\"right, by network\",\"next\":\"\"},"
                + "{\"name\":\"disk\",\"grade\":\"look\",\"cause\":\"92 % of it is worn\","
                + "\"next\":\"put in a new card\"}]");
  }

  @Test
  void theOwnerTakesTheBundleAway() throws Exception {
    HttpResponse<String> bundle = get("owner", "/bundle");
    assertThat(bundle.statusCode()).isEqualTo(200);
    assertThat(bundle.body()).isEqualTo("a bundle");
    assertThat(bundle.headers().firstValue("Content-Disposition"))
        .hasValue("attachment; filename=\"pumphouse-bundle.zip\"");
  }

  @Test
  void whoMayNotSeeEverythingGetsNothing() throws Exception {
    assertThat(get("viewer", "").statusCode()).isEqualTo(403);
    assertThat(get("technician", "/bundle").statusCode()).isEqualTo(403);
  }
}
