package io.pumphouse.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.app.AgentApp;
import io.pumphouse.agent.app.Machine;
import io.pumphouse.agent.app.MapShelf;
import io.pumphouse.agent.app.SystemTime;
import io.pumphouse.agent.app.VirtualPump;
import io.pumphouse.agent.clock.Witness;
import io.pumphouse.agent.command.CommandTable;
import io.pumphouse.agent.command.Terminal;
import io.pumphouse.agent.config.Config;
import io.pumphouse.agent.config.ConfigFile;
import io.pumphouse.agent.config.Loaded;
import io.pumphouse.hal.line.TcpDoor;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.map.Wire;
import io.pumphouse.hal.sim.Faults;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** A house to try commands in: an agent, its virtual pump, and a second one that nobody knows. */
final class Trial implements AutoCloseable {
  private static final String LOOPBACK = "127.0.0.1";
  private static final String JSON = "Content-Type";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final SystemTime time = new SystemTime();
  private final ConfigFile configurations = new ConfigFile(MapShelf::beside, ZoneOffset.UTC);
  private final CommandTable table = Main.table(configurations);
  private final Path folder;
  private final TcpDoor known;
  private final TcpDoor stranger;
  private final AgentApp agent;

  /**
   * What came of a command.
   *
   * @param code its exit code
   * @param said everything it said
   */
  record Outcome(int code, String said) {}

  Trial(Path folder) throws IOException {
    this.folder = folder;
    this.known = pump();
    this.stranger = pump();
    Machine here = Machine.here();
    Machine dated =
        new Machine(
            here.time(),
            (_, _) -> Witness.BATTERY,
            here.bootId(),
            "",
            here.signOfLife(),
            here.restarting(),
            here.boards());
    this.agent = new AgentApp(config(), file(), data(), dated);
  }

  private TcpDoor pump() throws IOException {
    RegisterMap map = MapShelf.beside(folder).find("nibe-s1255").orElseThrow();
    TcpDoor door = new VirtualPump(map, 1, new Faults(1), time).door(LOOPBACK, 0, Wire.TCP);
    door.open();
    return door;
  }

  private Config config() throws IOException {
    Files.writeString(
        file(),
        """
        site: {name: Trial, time-zone: Europe/Stockholm}
        pumps:
          - id: house
            model: nibe-s1255
            line: {tcp: "%s:%d"}
            poll-interval: 1s
            writes: [room_setpoint, alarm_reset]
        store: {commit-interval: 1s}
        web: {listen: "127.0.0.1:0"}
        """
            .formatted(LOOPBACK, known.port()));
    return switch (configurations.read(file())) {
      case Loaded.Valid(Config config) -> config;
      case Loaded.Wrong(var problems) -> throw new AssertionError(problems.toString());
    };
  }

  private Path file() {
    return folder.resolve("pumphouse.yaml");
  }

  private Path data() {
    return folder.resolve("data");
  }

  /** Starts the agent and waits for its first readings; returns where its dashboard is. */
  String start() throws InterruptedException {
    String dashboard = agent.start().cause();
    await(List.of("status"), "outdoor_temp");
    return dashboard;
  }

  /** A technician's word for programs, of the owner whom this makes. */
  String token(String dashboard) throws IOException, InterruptedException {
    String code = found("(\\w{4}-\\w{4}-\\w{4})", type(List.of("claim-code")).said());
    try (HttpClient http = HttpClient.newHttpClient()) {
      String claim =
          "{\"code\":\"%s\",\"user\":\"owner\",\"password\":\"open sesame, please\"}"
              .formatted(code);
      HttpResponse<String> let =
          post(http, dashboard + "/api/v1/claim", claim, JSON, "application/json");
      String cookie = let.headers().firstValue("set-cookie").orElseThrow().split(";", 2)[0];
      HttpResponse<String> made =
          post(
              http,
              dashboard + "/api/v1/tokens",
              "{\"name\":\"trial\",\"role\":\"technician\"}",
              JSON,
              "application/json",
              "Cookie",
              cookie,
              "X-CSRF-Token",
              found("\"csrf\":\"([^\"]+)\"", let.body()));
      return found("(ph_[\\w-]+)", made.body());
    }
  }

  private static HttpResponse<String> post(
      HttpClient http, String address, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address))
            .headers(headers)
            .POST(BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    return answer;
  }

  private static String found(String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertThat(matcher.find()).as("%s in %s", pattern, text).isTrue();
    return matcher.group(1);
  }

  /** Where the pump is that is in no configuration. */
  String stranger() {
    return LOOPBACK + ":" + stranger.port();
  }

  /** Carries out a command of ours as if it had been typed at this machine. */
  Outcome type(List<String> words) {
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said);
    List<String> all = new ArrayList<>(words);
    all.addAll(ownPlaces(words));
    int code = table.execute(all, new Terminal(out, out));
    return new Outcome(code, said.toString());
  }

  /** This house's folders in place of those in /etc and /var, unless they are named. */
  private List<String> ownPlaces(List<String> words) {
    List<String> more = new ArrayList<>(List.of("--data", data().toString()));
    CommandSpec verb = verb(words);
    if (verb.findOption("--config") != null && !words.contains("--config")) {
      more.addAll(List.of("--config", file().toString()));
    }
    if (words.equals(List.of("check-config"))) {
      more.add(file().toString());
    }
    return more;
  }

  /** The verb that these words are for; fails where they are no command. */
  CommandSpec verb(List<String> words) {
    CommandLine line = table.verbs().commandLine();
    CommandLine.ParseResult parsed = line.parseArgs(words.toArray(String[]::new));
    while (parsed.hasSubcommand()) {
      parsed = parsed.subcommand();
    }
    return parsed.commandSpec();
  }

  /** Types this until it says what is waited for. */
  void await(List<String> words, String awaited) throws InterruptedException {
    long end = time.nanos() + PATIENCE.toNanos();
    LinkedBlockingQueue<String> tick = new LinkedBlockingQueue<>();
    Outcome outcome = type(words);
    while (!outcome.said().contains(awaited)) {
      assertThat(time.nanos()).as("%s: %s", words, outcome.said()).isLessThan(end);
      tick.poll(50, TimeUnit.MILLISECONDS);
      outcome = type(words);
    }
  }

  @Override
  public void close() {
    agent.close();
    known.close();
    stranger.close();
  }
}
