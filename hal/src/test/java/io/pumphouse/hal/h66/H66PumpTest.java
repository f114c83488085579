package io.pumphouse.hal.h66;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.line.Ending;
import io.pumphouse.hal.line.Transaction;
import io.pumphouse.hal.pump.Link;
import io.pumphouse.hal.pump.PlannedRead;
import io.pumphouse.hal.pump.Written;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Missing;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Sample;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class H66PumpTest {
  private final Bench bench = new Bench();

  @ParameterizedTest
  @CsvSource({"0007, -26", "0001, 224", "1A05, 1", "6C55, 0", "6C56, 107260", "BA91, 210"})
  void whatTheGatewaySaysIsRead(String id, long raw) {
    assertThat(bench.raw(id)).isEqualTo(raw);
    assertThat(bench.pump.link()).isEqualTo(new Link.Up());
  }

  @Test
  void everyRegisterComesBackOnceInTheOrderAsked() {
    List<RegisterId> ids = bench.pump.map().registers().stream().map(Register::id).toList();

    assertThat(bench.pump.read(ids)).extracting(Sample::register).containsExactlyElementsOf(ids);
    assertThat(bench.asked).containsExactly("/status", "/api/alldata");
  }

  @Test
  void aRoundIsOneRequest() {
    bench.only("0007");
    bench.only("0007");
    bench.only("0001");

    assertThat(bench.asked)
        .containsExactly("/status", "/api/alldata", "/api/alldata", "/api/alldata");
  }

  @Test
  void whatIsNotFittedIsMissing() {
    assertThat(bench.only("0002")).isInstanceOf(Missing.class);
  }

  @Test
  void whatThePageLeavesOutWasNotMentioned() {
    assertThat(bench.fault("CFAA")).isEqualTo(new Fault.Unmentioned("CFAA"));
    assertThat(bench.pump.link()).isEqualTo(new Link.Up());
  }

  /** The gateway's other page tells temperatures below zero so (husdata-h60-homey). */
  @Test
  void aTemperatureWithoutItsSignIsFolded() {
    bench.page("/api/alldata", "{\"0007\":65510,\"6C56\":65510}");

    assertThat(bench.raw("0007")).isEqualTo(-26);
    assertThat(bench.raw("6C56")).isEqualTo(65_510);
  }

  @ParameterizedTest
  @CsvSource({
    "0007, 900",
    "0007, 40000",
    "1A01, 10",
    "BA91, 21",
    "6C56, -1",
    "6C56, 4294967296",
    "CFAA, 999999999999999999"
  })
  void whatTheRegisterCannotBeIsImplausible(String id, long told) {
    bench.page("/api/alldata", "{\"%s\":%d}".formatted(id, told));

    assertThat(bench.fault(id)).isEqualTo(new Fault.Implausible(told));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "-2.6 | -2.6",
        "\"-26\" | \"-26\"",
        "null | null",
        "1e3 | 1e3",
        "[1] | a list",
        "{} | an object"
      })
  void whatIsNoWholeNumberIsNoReading(String told, String words) {
    bench.page("/api/alldata", "{\"0007\":" + told + ",\"0001\":224}");

    assertThat(bench.fault("0007"))
        .isEqualTo(new Fault.Garbled("0007 is " + words + ", no whole number"));
    assertThat(bench.raw("0001")).isEqualTo(224);
  }

  @Test
  void idsMayBeInSmallLettersAndOtherNamesAreNobodys() {
    bench.page("/api/alldata", "{\"000a\":482,\"X0007\":5,\"mac\":\"00:11\"}");

    assertThat(bench.raw("000A")).isEqualTo(482);
    assertThat(bench.fault("0007")).isEqualTo(new Fault.Unmentioned("0007"));
  }

  @Test
  void aGatewayThatStartsSaysSo() {
    bench.page("/api/alldata", "{}");

    assertThat(bench.fault("0007")).isEqualTo(new Fault.Unmentioned("0007"));
    assertThat(bench.pump.link().cause()).endsWith("knows no number of its pump yet");
    assertThat(bench.pump.link().next()).startsWith("after a start it needs a minute");
  }

  @Test
  void noneOfItsNumbersMeansAnotherModel() {
    bench.page("/api/alldata", "{\"0ABC\":1}");

    assertThat(bench.fault("0007")).isEqualTo(new Fault.Unmentioned("0007"));
    assertThat(bench.pump.link().cause()).contains("is one of husdata-h66-ivt");
  }

  @Test
  void thePlanIsOneRequestWithItsTime() {
    List<RegisterId> both = List.of(Bench.OUTDOOR, new RegisterId("0001"));
    String span = "everything (GET /api/alldata)";

    assertThat(bench.pump.plan(List.of())).isEmpty();
    assertThat(bench.pump.plan(both))
        .containsExactly(new PlannedRead(both, span, Duration.ofSeconds(1)));
    bench.only("0007");
    assertThat(bench.pump.plan(both))
        .containsExactly(new PlannedRead(both, span, Duration.ofMillis(120)));
  }

  @Test
  void theWitnessSeesEachPage() {
    bench.only("0007");

    Transaction page = bench.seen.getLast();
    assertThat(bench.seen).hasSize(2);
    assertThat(page.unit()).isZero();
    assertThat(page.wording().question(page.sent())).isEqualTo("everything (GET /api/alldata)");
    assertThat(page.wording().answer(page.sent(), page.heard())).isEqualTo("38 numbers");
    assertThat(page.took()).isEqualTo(Duration.ofMillis(120));
    assertThat(page.ending()).isEqualTo(new Ending.Good());
    assertThat(bench.seen.getFirst().wording().answer(page.sent(), page.heard()))
        .isEqualTo("cable 00");
  }

  /** A map of a user's own may say how far a setting goes; by what factor it is told is unknown. */
  @Test
  void nothingIsWritten() {
    Written written = bench.pump.write(new RegisterId("0203"), 210);

    assertThat(written)
        .isInstanceOfSatisfying(
            Written.NotSent.class,
            it ->
                assertThat(it.cause())
                    .isEqualTo("0203 := 210: nothing is written through an H60 or H66"));
    assertThat(bench.asked).isEmpty();
  }

  @Test
  void eachReadingHasTheTimeOfThePage() {
    assertThat(bench.only("0007").takenAt().sinceBoot()).isEqualTo(Duration.ofMillis(240));
    assertThat(bench.only("CFAA")).isInstanceOf(Invalid.class);
  }
}
