package io.pumphouse.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Site, store and web. */
final class SmallSectionsTest {
  @TempDir private Path folder;
  private Desk desk;

  @BeforeEach
  void sitDown() {
    desk = new Desk(folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1:0", "localhost:8080", "[::1]:8080", "0.0.0.0:80", "[::]:80"})
  void thePagesListenWhereTheyAreToldTo(String listen) {
    Config config = desk.config(Desk.ONE_PUMP + "web: {listen: '" + listen + "'}\n");

    assertThat(config.web().listen()).hasToString(listen);
  }

  @ParameterizedTest
  @ValueSource(strings = {"8080", "127.0.0.1", ":8080", "::1:8080", "127.0.0.1:65536"})
  void whereToListenHasHostAndPort(String listen) {
    assertThat(desk.problems(Desk.ONE_PUMP + "web: {listen: '" + listen + "'}\n"))
        .containsExactly(
            "pumphouse.yaml:3: web.listen: found \""
                + listen
                + "\", accepted: host:port, such as 127.0.0.1:8080 or [::1]:8080");
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Stokholm, Europe/Stockholm",
    "europe/oslo, Europe/Oslo",
    "+02:00, 'an IANA time zone, such as Europe/Stockholm'",
    "Sweden, 'an IANA time zone, such as Europe/Stockholm'"
  })
  void anUnknownTimeZoneNamesTheNearest(String zone, String accepted) {
    assertThat(desk.problems(Desk.ONE_PUMP + "site: {time-zone: '" + zone + "'}\n"))
        .containsExactly(
            "pumphouse.yaml:3: site.time-zone: found \"" + zone + "\", accepted: " + accepted);
  }

  @Test
  void utcIsATimeZone() {
    assertThat(desk.config(Desk.ONE_PUMP + "site: {time-zone: UTC}\n").site().zone())
        .isEqualTo(ZoneId.of("UTC"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"''", "' '", "\"a\\nb\""})
  void aNameIsOneLineOfText(String name) {
    assertThat(desk.problems(Desk.ONE_PUMP + "site: {name: " + name + "}\n"))
        .singleElement()
        .asString()
        .endsWith("accepted: a name on one line, at most 60 characters, such as Villa Björk");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"999ms", "601s", "5", "5 s", "5S", "-5s", "1.5s", "05s", "5s5ms", "9999999999s"})
  void aDurationIsANumberAndAUnitInsideItsRange(String text) {
    assertThat(desk.problems(Desk.ONE_PUMP + "store: {commit-interval: " + text + "}\n"))
        .containsExactly(
            "pumphouse.yaml:3: store.commit-interval: found \""
                + text
                + "\", accepted: a duration from 1s to 10m, such as 30s");
  }

  @ParameterizedTest
  @CsvSource({"1000ms, PT1S", "600s, PT10M", "10m, PT10M"})
  void theEndsOfARangeAreInside(String text, String duration) {
    Config config = desk.config(Desk.ONE_PUMP + "store: {commit-interval: " + text + "}\n");

    assertThat(config.store().commitInterval()).hasToString(duration);
  }

  @Test
  void readingsAreKeptAsLongAsTheFileSays() {
    Config config =
        desk.config(
            Desk.ONE_PUMP
                + "store: {keep-raw: 30d, keep-minutes: 1y, keep-hours: forever,"
                + " disk-floor: 1 GiB, keep-events: 3y}\n");

    assertThat(config.store())
        .isEqualTo(
            new StoreConfig(
                Duration.ofSeconds(30),
                Duration.ofDays(30),
                Duration.ofDays(365),
                StoreConfig.FOREVER,
                1L << 30,
                Duration.ofDays(3 * 365)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0 MiB", "200", "200 MB", "1.5 GiB", "15 MiB", "1025 GiB"})
  void aSizeIsANumberAndAUnitInsideItsRange(String text) {
    assertThat(desk.problems(Desk.ONE_PUMP + "store: {disk-floor: " + text + "}\n"))
        .containsExactly(
            "pumphouse.yaml:3: store.disk-floor: found \""
                + text
                + "\", accepted: a size from 16 MiB to 1024 GiB, such as 200 MiB");
  }

  @Test
  void hoursAndDaysAreDurationsToo() {
    Kind<Duration> kind = Durations.between("1h", "90d", "2h");

    assertThat(kind.parse("2h")).contains(Duration.ofHours(2));
    assertThat(kind.parse("90d")).contains(Duration.ofDays(90));
    assertThat(kind.parse("91d")).isEmpty();
  }
}
