package io.pumphouse.agent.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code scripts/demo} starts, over Modbus and over the protocol of a Rego. */
final class DemoTest {
  @ParameterizedTest
  @ValueSource(strings = {"nibe-s1255", "ivt-rego600"})
  void itsValuesMoveAndNothingIsKept(String model) throws InterruptedException {
    List<String> typed =
        List.of("demo", "--model", model, "--port", "0", "--days", "0", "--speed", "3600");
    try (Child demo = new Child(Map.of(), Product.command(typed));
        HttpClient http = HttpClient.newHttpClient()) {
      URI dashboard = URI.create(demo.await("dashboard: (http\\S+)").group(1));
      Path folder = Path.of(demo.await("status --data (\\S+)").group(1));
      assertThat(folder).isDirectory();
      try (LiveEar ear = new LiveEar(http, dashboard)) {
        Map<String, Object> first = ear.await("outdoor_temp", DemoTest::isValue);
        String before = String.valueOf(first.get("value"));
        ear.await(
            "outdoor_temp",
            reading -> isValue(reading) && !before.equals(String.valueOf(reading.get("value"))));
      }
      assertThat(demo.terminate()).isIn(0, 143);
      assertThat(folder).doesNotExist();
    }
  }

  private static boolean isValue(Map<String, Object> reading) {
    return "value".equals(reading.get("state"));
  }
}
