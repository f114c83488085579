package io.pumphouse.hal.h66;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.line.Ending;
import io.pumphouse.hal.line.ScriptedLine.Breaks;
import io.pumphouse.hal.line.ScriptedLine.Cue;
import io.pumphouse.hal.line.ScriptedLine.Says;
import io.pumphouse.hal.pump.Link;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Fault.Damage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a gateway can do wrong, and what is said of it. */
class GatewayTroubleTest {
  private static final String WHOLE = Bench.http("200 OK", Bench.SAMPLE);

  private final Bench bench = new Bench();

  private Fault after(List<Cue> cues) {
    bench.answers.put("/api/alldata", cues);
    Fault fault = bench.fault("0007");
    assertThat(bench.seen.getLast().ending()).isEqualTo(new Ending.Bad(fault));
    return fault;
  }

  private Fault after(String answer) {
    return after(List.of(new Says(Duration.ofMillis(120), Bench.bytes(answer))));
  }

  @Test
  void silenceTakesNoLongerThanAnAnswerMay() {
    assertThat(after(List.of())).isEqualTo(new Fault.NoAnswer(Bench.WITHIN));
    assertThat(bench.pump.link().next()).contains("answer-within:");
    assertThat(bench.time.nanos()).isEqualTo(Bench.WITHIN.plusMillis(120).toNanos());
  }

  /** One byte a second would go on for minutes. */
  @Test
  void aDripIsCutOff() {
    List<Cue> drip = new ArrayList<>();
    for (int at = 0; at < 400; at++) {
      drip.add(new Says(Duration.ofSeconds(at + 1), Bench.bytes(WHOLE.substring(at, at + 1))));
    }

    assertThat(after(drip))
        .isEqualTo(new Fault.Garbled(Damage.SHORT, "after 5000 ms there were only 5 bytes"));
    assertThat(bench.time.nanos()).isEqualTo(Bench.WITHIN.plusMillis(120).toNanos());
  }

  @Test
  void whatBreaksOffIsNotHalfBelieved() {
    int half = WHOLE.length() / 2;
    List<Cue> cues =
        List.of(
            new Says(Duration.ofMillis(10), Bench.bytes(WHOLE.substring(0, half))),
            new Breaks(Duration.ofMillis(20)));

    assertThat(after(cues))
        .isEqualTo(new Fault.Garbled(Damage.SHORT, "it broke off after " + half + " bytes"));
    assertThat(bench.pump.link()).isInstanceOf(Link.Silent.class);
  }

  @Test
  void hangingUpWithoutAWordIsALineThatIsDown() {
    assertThat(after(List.of(new Breaks(Duration.ofMillis(10)))))
        .isEqualTo(new Fault.LineDown("scripted line: unplugged"));
    assertThat(bench.pump.link()).isInstanceOf(Link.Down.class);
  }

  /** Without a length only the end of the connection ends it; that the JSON is whole is enough. */
  @Test
  void aPageWithoutALengthIsWholeWithItsJson() {
    bench.says("/api/alldata", "HTTP/1.0 200 OK\r\n\r\n" + Bench.SAMPLE);
    assertThat(bench.raw("0007")).isEqualTo(-26);
  }

  @ParameterizedTest
  @CsvSource({
    "404 Not Found, in a browser",
    "500 Oops, take the power",
    "503 Busy, take the power",
    "302 Found, in a browser",
    "401 Unauthorized, password"
  })
  void anotherStatusIsSaid(String status, String next) {
    assertThat(after(Bench.http(status, "{}")))
        .isEqualTo(new Fault.Garbled("the page came with HTTP status " + status.substring(0, 3)));
    assertThat(bench.pump.link().next()).contains(next);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<html>Login | no JSON at byte 0: <html>Login",
        "'' | the page is empty",
        "{\"0007\":-2 | the page ends within its JSON",
        "{\"0007\":1,\"0007\":2} | \"0007\" stands in it twice"
      })
  void aPageThatIsNoListIsSaid(String body, String words) {
    assertThat(after(Bench.http("200 OK", body))).isEqualTo(new Fault.Garbled(words));
  }

  @Test
  void whatIsNoHttpIsSaid() {
    assertThat(after("\u0000\u0001 garbage"))
        .isEqualTo(new Fault.Garbled("it is no HTTP: ?? garbage"));
  }

  @Test
  void whatNeverEndsIsGivenUp() {
    assertThat(after("HTTP/1.1 200 OK\r\n\r\n{\"a\":\"" + "x".repeat(70_000)))
        .isEqualTo(new Fault.Garbled("more than 65536 bytes, and no end"));
  }

  @Test
  void theNextRoundBeginsAfresh() {
    Fault unused = after("HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n{\"0007\":-99");
    bench.page("/api/alldata", Bench.SAMPLE);

    assertThat(bench.raw("0007")).isEqualTo(-26);
    assertThat(bench.pump.link()).isEqualTo(new Link.Up());
  }
}
