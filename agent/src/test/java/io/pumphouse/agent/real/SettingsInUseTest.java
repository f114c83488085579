package io.pumphouse.agent.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.pumphouse.agent.app.MapShelf;
import io.pumphouse.agent.app.SystemTime;
import io.pumphouse.agent.app.VirtualPump;
import io.pumphouse.agent.setting.Household;
import io.pumphouse.hal.line.TcpDoor;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.map.Wire;
import io.pumphouse.hal.sim.Faults;
import io.pumphouse.web.model.Setting;
import java.io.IOException;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever can be set about pages and log is set in a running agent, and does there what it says.
 */
final class SettingsInUseTest {
  private static final String LEFT = "a command client left";
  private static final int VOLUME = 1 << 20;

  @TempDir private Path folder;

  static List<String> keys() {
    return Stream.of(Setting.Group.PAGES, Setting.Group.LOG)
        .flatMap(group -> Household.keys(group).stream())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("keys")
  void everySettingOfPagesAndLogHasItsEffect(String key) throws Exception {
    fillTheLog();
    try (TcpDoor pump = pump();
        Product product = start(pump);
        Steward anna = new Steward(product)) {
      switch (key) {
        case "language" -> speaks(product, anna);
        case "refresh-interval" -> tellsAsOftenAsSet(product, anna);
        case "log-level" -> notesWhatIsGraveEnough(product, anna);
        case "log-budget" -> keepsToItsBytes(product, anna);
        default -> fail("nothing proves that " + key + " does anything");
      }
    }
  }

  private static void speaks(Product product, Steward anna) throws Exception {
    assertThat(product.get("/")).contains("<html lang=\"en\">");
    anna.set("language", "sv");
    assertThat(product.get("/")).contains("<html lang=\"sv\">");
  }

  /** The pump is asked each second all the while. */
  private void tellsAsOftenAsSet(Product product, Steward anna) throws Exception {
    anna.set("refresh-interval", "250ms");
    try (LiveEar often = product.listen()) {
      new AgentFolder(folder).until("three polls told", () -> often.pollsSoFar() >= 3);
    }
    anna.set("refresh-interval", "60s");
    try (LiveEar seldom = product.listen()) {
      seldom.await("outdoor_temp", _ -> true);
      Instant end = lastPoll(product).plusSeconds(5);
      new AgentFolder(folder).until("five more polls", () -> lastPoll(product).isAfter(end));
      assertThat(seldom.pollsSoFar()).as("of five that were made").isLessThanOrEqualTo(1);
    }
  }

  private static Instant lastPoll(Product product) throws IOException, InterruptedException {
    return product.readings("house").stream()
        .map(reading -> Instant.parse(String.valueOf(reading.get("at"))))
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  /** What is said while this level holds, in the journal with its priority and in the file. */
  private void notesWhatIsGraveEnough(Product product, Steward anna) throws Exception {
    leaveInMidCommand(product);
    anna.set("log-level", "error");
    anna.set("currency", "XAU");
    anna.set("log-level", "info");
    anna.set("currency", "XAG");
    product.process().await("^<6>SettingsRoom: setting-changed: currency from XAU to XAG, by anna");
    anna.set("log-level", "debug");
    leaveInMidCommand(product);
    product.process().await("^<7>CommandSocket: " + LEFT);
    product.terminate();

    String journal = product.process().output();
    assertThat(journal).containsOnlyOnce(LEFT).doesNotContain("to XAU");
    assertThat(log())
        .containsOnlyOnce(LEFT)
        .containsPattern("(?m)^\\S+ debug agent +CommandSocket: " + LEFT)
        .containsPattern("(?m)^\\S+ info agent +SettingsRoom: .* from XAU to XAG")
        .doesNotContain("to XAU");
  }

  /** What the agent notes as a detail for whoever looks for a fault. */
  private static void leaveInMidCommand(Product product) throws IOException {
    var address = UnixDomainSocketAddress.of(product.data().resolve("agent.sock"));
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.connect(address);
      OutputStream to = Channels.newOutputStream(channel);
      to.write(0);
    }
  }

  private String log() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.list(folder.resolve("data/log"))) {
      for (Path file : files.sorted().toList()) {
        all.append(Files.readString(file));
      }
    }
    return all.toString();
  }

  private void keepsToItsBytes(Product product, Steward anna) throws Exception {
    assertThat(log().length()).isBetween(3 * VOLUME, 8 * VOLUME);
    anna.set("log-budget", "1 MiB");
    product.terminate();
    assertThat(log()).hasSizeLessThanOrEqualTo(VOLUME).contains("setting-changed: log-budget");
  }

  /** Three volumes of an earlier time. */
  private void fillTheLog() throws IOException {
    Path log = Files.createDirectories(folder.resolve("data/log"));
    String line = "2026-01-01T00:00:00Z info agent Earlier: " + "x".repeat(86) + "\n";
    for (int number = 1; number <= 3; number++) {
      Files.writeString(
          log.resolve("agent-0000000" + number + ".log"), line.repeat(VOLUME / line.length() + 1));
    }
  }

  private TcpDoor pump() throws IOException {
    RegisterMap map = MapShelf.beside(folder).find("nibe-s1255").orElseThrow();
    TcpDoor door =
        new VirtualPump(map, 60, new Faults(1), new SystemTime()).door("127.0.0.1", 0, Wire.TCP);
    door.open();
    return door;
  }

  private Product start(TcpDoor pump) throws IOException, InterruptedException {
    String entry =
        "- {id: house, model: nibe-s1255, line: {tcp: \"127.0.0.1:%d\"}, poll-interval: 1s}"
            .formatted(pump.port());
    return Product.start(folder, entry, Map.of("JOURNAL_STREAM", "8:1", "LANG", "C.UTF-8"));
  }
}
