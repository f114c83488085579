package io.pumphouse.agent.real;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.agent.app.Lines;
import io.pumphouse.agent.app.SystemTime;
import io.pumphouse.hal.h66.H66Pump;
import io.pumphouse.hal.line.Line;
import io.pumphouse.hal.line.Wiring;
import io.pumphouse.hal.line.Witness;
import io.pumphouse.hal.map.Lookup;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.map.RegisterMaps;
import io.pumphouse.hal.pump.Link;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Invalid;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.RegisterId;
import io.pumphouse.hal.reading.Sample;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Our pump at a web server of foreign make, which does what gateways do on a bad day. */
final class ForeignGatewayTest {
  private static final RegisterId OUTDOOR = new RegisterId("0007");
  private static final Duration WITHIN = Duration.ofSeconds(2);

  /** Connecting, answering, and a machine that is busy with other tests. */
  private static final Duration AT_MOST = Duration.ofSeconds(10);

  @TempDir private Path folder;
  private final SystemTime time = new SystemTime();
  private ForeignGateway gateway;
  private H66Pump pump;
  private Line line;

  @BeforeEach
  void start() throws IOException, InterruptedException {
    Tools.require("python3");
    int port = Ports.free();
    gateway = ForeignGateway.at(folder, port);
    RegisterMap map = ((Lookup.Found) new RegisterMaps().find("husdata-h66-ivt")).map();
    line = Lines.to(new Wiring.Http("127.0.0.1", port), time);
    pump = new H66Pump(line, map, WITHIN, time, Witness.none());
  }

  @AfterEach
  void stop() {
    line.close();
    gateway.close();
  }

  private Sample outdoor() {
    return pump.read(List.of(OUTDOOR)).getFirst();
  }

  private void assertOutdoorIs(long raw) {
    assertThat(outdoor())
        .as("%s", pump.link())
        .isInstanceOfSatisfying(Reading.class, it -> assertThat(it.raw()).isEqualTo(raw));
  }

  @ParameterizedTest
  @ValueSource(strings = {"well", "chunks", "close"})
  void aListIsReadHoweverItIsSent(String how) throws InterruptedException {
    gateway.act(how);
    assertOutdoorIs(-26);
    gateway.set("0007", "-125");
    assertOutdoorIs(-125);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cut | it broke off after",
        "short | the page ends within its JSON",
        "oops | the page came with HTTP status 500",
        "garbage | no JSON at byte 0: <html><body>Log in</",
        "huge | more than 65536 bytes, and no end",
        "drip | there were only",
        "mute | no answer in",
        "empty | the gateway did not mention 0007"
      })
  void aBadDayCostsOneRoundAndIsSaid(String how, String words) throws InterruptedException {
    assertOutdoorIs(-26);
    gateway.act(how);
    long began = time.nanos();
    Sample sample = outdoor();

    assertThat(Duration.ofNanos(time.nanos() - began)).isLessThan(AT_MOST);
    assertThat(sample)
        .isInstanceOfSatisfying(
            Invalid.class, it -> assertThat(it.fault().words()).contains(words));
    assertThat(pump.link()).isInstanceOf(Link.Silent.class);
    assertThat(pump.link().next()).isNotEmpty();
    gateway.act("well");
    assertOutdoorIs(-26);
  }

  @Test
  void anotherPumpsCableIsTurnedAway() throws InterruptedException {
    gateway.cable("4012");

    assertThat(outdoor()).isInstanceOf(Invalid.class);
    assertThat(pump.link().next()).isEqualTo("write model: husdata-h66-nibe at this pump");
  }

  @Test
  void aGatewayThatIsGoneRefuses() {
    gateway.close();

    assertThat(outdoor())
        .isInstanceOfSatisfying(
            Invalid.class, it -> assertThat(it.fault()).isInstanceOf(Fault.LineDown.class));
    assertThat(pump.link().cause()).contains("connection refused");
    assertThat(pump.link().next()).contains("gateway is up");
  }
}
