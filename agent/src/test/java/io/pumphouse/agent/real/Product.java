package io.pumphouse.agent.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.json.Json;
import org.openqa.selenium.json.TypeToken;

/** The agent as systemd would run it: its own process, with the options the product ships. */
final class Product implements AutoCloseable {
  private final Child child;
  private final URI dashboard;
  private final Path data;
  private final HttpClient http = HttpClient.newHttpClient();

  private Product(Child child, Path data) throws InterruptedException {
    this.child = child;
    this.data = data;
    this.dashboard = URI.create(child.await("dashboard: (http\\S+)").group(1));
  }

  /** Starts it on a free port with these pumps, the lines below {@code pumps:}. */
  static Product start(Path folder, String pumps) throws IOException, InterruptedException {
    return start(folder, pumps, Map.of());
  }

  /** The same with something more in its environment. */
  static Product start(Path folder, String pumps, Map<String, String> environment)
      throws IOException, InterruptedException {
    return start(folder, pumps, "", environment);
  }

  /** The same with more sections in its configuration. */
  static Product start(Path folder, String pumps, String more, Map<String, String> environment)
      throws IOException, InterruptedException {
    Path data = Files.createDirectories(folder.resolve("data"));
    Path config = folder.resolve("pumphouse.yaml");
    Files.writeString(
        config,
        """
        site: {name: Test, time-zone: Europe/Stockholm}
        pumps:
        %s
        store: {commit-interval: 10m}
        web: {listen: "127.0.0.1:0"}
        %s
        """
            .formatted(pumps.indent(2).stripTrailing(), more));
    List<String> typed = List.of("run", "--config", config.toString(), "--data", data.toString());
    return new Product(new Child(environment, command(typed)), data);
  }

  /** The command line of the product with these arguments. */
  static List<String> command(List<String> typed) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("@" + Path.of("..", "systemd", "jvm.options"));
    command.addAll(List.of("-cp", classPath(), "io.pumphouse.agent.Main"));
    command.addAll(typed);
    return command;
  }

  static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  URI dashboard() {
    return dashboard;
  }

  Path data() {
    return data;
  }

  Child process() {
    return child;
  }

  String get(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(dashboard.resolve(path)).build();
    return http.send(request, BodyHandlers.ofString()).body();
  }

  /** The reading with this name, as the API gives it. */
  Map<String, Object> reading(String pump, String name) throws IOException, InterruptedException {
    List<Map<String, Object>> readings = readings(pump);
    return readings.stream()
        .filter(reading -> name.equals(reading.get("metric")))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " is not in " + readings));
  }

  /** Every reading of this pump, as the API gives them. */
  List<Map<String, Object>> readings(String pump) throws IOException, InterruptedException {
    return new Json()
        .toType(
            get("/api/v1/pumps/" + pump + "/readings"),
            new TypeToken<List<Map<String, Object>>>() {}.getType());
  }

  /** Listens to what the live socket says. */
  LiveEar listen() {
    return new LiveEar(http, dashboard);
  }

  /** SIGTERM, and a clean end. */
  void terminate() throws InterruptedException {
    assertThat(child.terminate()).isIn(0, 143);
  }

  @Override
  public void close() {
    child.close();
    http.close();
  }
}
