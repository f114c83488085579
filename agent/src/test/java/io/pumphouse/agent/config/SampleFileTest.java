package io.pumphouse.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample that the package installs. */
final class SampleFileTest {
  private static final Path SAMPLE = Path.of("../systemd/pumphouse.example.yaml");

  @TempDir private Path folder;

  @Test
  void theSampleLoadsAsItIs() throws IOException {
    Config config = new Desk(folder).config(Files.readString(SAMPLE));

    assertThat(config.pumps()).extracting(pump -> pump.id().name()).containsExactly("house");
  }

  /** It is installed as it is: what an owner leaves alone must not be made up. */
  @Test
  void theSampleSaysNothingOfItsOwnAboutTheHouse() throws IOException {
    Config sample = new Desk(folder).config(Files.readString(SAMPLE));
    Config plain = new Desk(folder).config(Desk.ONE_PUMP);

    assertThat(sample.site().tariff()).isEqualTo(plain.site().tariff());
    assertThat(sample.pumps().getFirst().energy()).isEqualTo(EnergyConfig.UNSAID);
    assertThat(sample.pumps().getFirst().intervals()).isEmpty();
  }

  @Test
  void theSampleLoadsWithThePumpsThatAreCommentedOut() throws IOException {
    Config config = new Desk(folder).config(inFull());

    assertThat(config.pumps())
        .extracting(pump -> pump.id().name())
        .containsExactly("house", "cottage", "cabin", "barn", "loft");
  }

  @Test
  void theSampleShowsTheDefaults() throws IOException {
    Config sample = new Desk(folder).config(inFull());
    Config plain = new Desk(folder).config(Desk.ONE_PUMP);

    assertThat(sample.store()).isEqualTo(plain.store());
    assertThat(sample.web()).isEqualTo(plain.web());
    assertThat(sample.site().name()).isEqualTo(plain.site().name());
    assertThat(sample.pumps().getFirst().pollInterval())
        .isEqualTo(plain.pumps().getFirst().pollInterval());
  }

  /**
   * A stranger in each section makes the reader list what it knows, so that no key is forgotten.
   */
  @Test
  void theSampleShowsEveryKeyUnderAComment() throws IOException {
    List<String> lines = Files.readString(SAMPLE).lines().toList();

    assertThat(everyKey())
        .contains("pumps", "rtu-over-tcp", "max-clients")
        .allSatisfy(key -> assertThat(lineAbove(key, lines)).as(key).contains("#"));
  }

  private Stream<String> everyKey() {
    String strangers =
        """
        stranger: x
        site: {stranger: x}
        pumps:
          - {id: a, model: nibe-f1255, stranger: x, energy: {stranger: x}, line: {serial: /dev/ttyS0, stranger: x, rs485: {stranger: x}}}
        store: {stranger: x}
        web: {stranger: x}
        console: {stranger: x}
        gpio: {stranger: x, sg-ready: {stranger: x, a: 17, b: 27}, s0-meter: {stranger: x, pin: 24, pulses-per-kwh: 1}}
        publish: {stranger: x, influx: {stranger: x, url: 'http://a', database: d}, mqtt: {stranger: x, url: 'mqtt://a'}, metrics: {stranger: x}}
        """;
    return new Desk(folder)
        .problems(strangers).stream()
            .map(problem -> problem.replaceFirst(".*accepted: ", ""))
            .flatMap(keys -> Arrays.stream(keys.split(", | or ")));
  }

  /** The line above the first one with this key, past the keys of the same comment. */
  private static String lineAbove(String key, List<String> lines) {
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i).matches("[ #-]*" + key + ":.*")) {
        return lines.get(i - 1);
      }
    }
    return "not in the sample";
  }

  /** With what is commented out: configuration has no single space after its {@code #}. */
  private static String inFull() throws IOException {
    return Files.readString(SAMPLE).replaceAll("(?m)^( *)#(?! \\S)", "$1");
  }
}
