package io.pumphouse.hal.h66;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.pump.Link;
import io.pumphouse.hal.reading.Fault;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CableCheckTest {
  private final Bench bench = new Bench();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "4012 | cable 40, for a NIBE F (EB100) | write model: husdata-h66-nibe at this pump",
        "3007 | cable 30, for an IVT with Rego 1000 | no map for it is shipped",
        "1001 | cable 10, for an IVT with Rego 2000 | no map for it is shipped"
      })
  void anotherPumpsCableIsTurnedAway(String version, String words, String next) {
    bench.cable(version);

    assertThat(bench.fault("0007")).isInstanceOf(Fault.LineDown.class);
    assertThat(bench.asked).containsExactly("/status");
    assertThat(bench.pump.link())
        .isInstanceOfSatisfying(
            Link.Silent.class,
            link -> {
              assertThat(link.cause()).contains(words);
              assertThat(link.next()).startsWith(next);
            });
  }

  @Test
  void aCableThatWasChangedIsTakenWithTheNextRound() {
    bench.cable("4012");
    bench.only("0007");
    bench.cable("0032");

    assertThat(bench.raw("0007")).isEqualTo(-26);
  }

  /** How firmware names cables is known from one program: what it does not know may be right. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"status\":{\"H1ver\":\"7701\"}}",
        "{\"status\":{\"H1ver\":\"\"}}",
        "{\"status\":{\"H1ver\":40}}",
        "{\"status\":{}}",
        "{\"status\":\"ok\"}",
        "{}",
        "<html>"
      })
  void whatNamesNoKnownCableIsNoReason(String page) {
    bench.page("/status", page);

    assertThat(bench.raw("0007")).isEqualTo(-26);
  }

  @Test
  void noSuchPageIsNoReason() {
    bench.says("/status", Bench.http("404 Not Found", ""));

    assertThat(bench.raw("0007")).isEqualTo(-26);
  }

  @Test
  void whoSaysNothingThereIsNotAskedForMore() {
    bench.answers.put("/status", List.of());

    assertThat(bench.fault("0007")).isEqualTo(new Fault.NoAnswer(Bench.WITHIN));
    assertThat(bench.asked).containsExactly("/status");
    assertThat(bench.pump.link().cause()).startsWith("which cable (GET /status) on scripted line");
  }

  @Test
  void itIsAskedAgainAfterAFaultAndAfterAnHour() {
    bench.only("0007");
    bench.says("/api/alldata", Bench.http("500 Oops", ""));
    bench.only("0007");
    bench.page("/api/alldata", Bench.SAMPLE);
    bench.asked.clear();
    bench.only("0007");
    bench.only("0007");
    bench.time.advance(Duration.ofHours(1));
    bench.only("0007");

    assertThat(bench.asked)
        .containsExactly("/status", "/api/alldata", "/api/alldata", "/status", "/api/alldata");
  }
}
