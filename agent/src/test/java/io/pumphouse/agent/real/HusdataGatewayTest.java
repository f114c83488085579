package io.pumphouse.agent.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole agent beside a Husdata H66 at an IVT; what its page holds must stand in the API. */
final class HusdataGatewayTest {
  @TempDir private Path folder;
  private ForeignGateway gateway;
  private Product product;

  @BeforeEach
  void start() throws IOException, InterruptedException {
    Tools.require("python3");
    int port = Ports.free();
    gateway = ForeignGateway.at(folder, port);
    product =
        Product.start(
            folder,
            "- {id: house, model: husdata-h66-ivt, line: {http: \"http://127.0.0.1:%d\"},"
                    .formatted(port)
                + " poll-interval: 1s}");
  }

  @AfterEach
  void stop() {
    product.close();
    gateway.close();
  }

  private static String text(Map<String, Object> reading) {
    return String.valueOf(reading.get("value"));
  }

  @Test
  void whatThePageSaysIsInTheApi() throws IOException, InterruptedException {
    try (LiveEar ear = product.listen()) {
      ear.await("outdoor_temp", reading -> text(reading).equals("-2.6"));
      gateway.set("0007", "-125");
      ear.await("outdoor_temp", reading -> text(reading).equals("-12.5"));
    }
    assertThat(product.reading("house", "compressor_hours_hot_water"))
        .containsEntry("state", "value")
        .satisfies(hours -> assertThat(Double.parseDouble(text(hours))).isEqualTo(10_726));
    assertThat(product.reading("house", "supply_temp")).containsEntry("state", "missing");
    assertThat(product.reading("house", "compressor_power"))
        .containsEntry("state", "invalid")
        .containsEntry("reason", "no-answer");
  }

  @Test
  void theLineIsTold() throws IOException, InterruptedException {
    try (LiveEar ear = product.listen()) {
      ear.await("outdoor_temp", reading -> "value".equals(reading.get("state")));
      gateway.act("oops");
      ear.await("outdoor_temp", reading -> "garbled".equals(reading.get("reason")));
      gateway.act("well");
      ear.await("outdoor_temp", reading -> "value".equals(reading.get("state")));
    }
    String line = product.get("/api/v1/pumps/house/line");
    assertThat(line).contains("\"reconnects\":0");
    String trace = product.get("/api/v1/pumps/house/trace");
    assertThat(trace)
        .contains("which cable (GET /status)")
        .contains("everything (GET /api/alldata)")
        .contains("38 numbers")
        .contains("HTTP status 500");
  }
}
