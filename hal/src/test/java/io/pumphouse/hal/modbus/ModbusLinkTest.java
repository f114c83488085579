package io.pumphouse.hal.modbus;

import static io.pumphouse.hal.modbus.Bench.ids;
import static io.pumphouse.hal.modbus.Bench.inputs;
import static io.pumphouse.hal.modbus.Bench.words;
import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.line.FakeTime;
import io.pumphouse.hal.line.Line;
import io.pumphouse.hal.line.TcpLine;
import io.pumphouse.hal.line.Wiring;
import io.pumphouse.hal.pump.Link;
import io.pumphouse.hal.reading.Fault;
import io.pumphouse.hal.reading.Invalid;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is known of a pump that refuses, is silent, comes back or has no line. */
class ModbusLinkTest {
  private final Bench device = new Bench();

  @Test
  void aRefusalIsALivingLink() {
    device.absent.add(10);
    ModbusPump pump = device.pump(Bench.map(inputs(10, 10), 20));
    pump.read(ids(10, 10));

    assertThat(pump.link()).isEqualTo(new Link.Up());
  }

  @Test
  void aDeadPumpCostsOneTimeoutHoweverManyBlocks() {
    device.isDead = true;
    ModbusPump pump = device.pump(Bench.map(inputs(10, 49), 4));
    long before = device.time.nanos();

    assertThat(words(pump.read(ids(10, 49)))).hasSize(40).containsOnly("no-answer");
    assertThat(Duration.ofNanos(device.time.nanos() - before))
        .isLessThan(Bench.ANSWER_WITHIN.multipliedBy(2));
  }

  @Test
  void aDeadPumpIsSilentAndSaysWhatToDo() {
    device.isDead = true;
    ModbusPump pump = device.pump(Bench.map(inputs(10, 12), 20));
    pump.read(ids(10, 12));

    assertThat(pump.link())
        .isInstanceOfSatisfying(
            Link.Silent.class,
            link -> {
              assertThat(link.cause())
                  .startsWith("read input 10..12 on scripted line unit 1: no answer in 5");
              assertThat(link.next()).contains("unit 1", "baud", "A and B");
            });
  }

  @Test
  void aPumpThatComesBackIsUp() {
    device.isDead = true;
    ModbusPump pump = device.pump(Bench.map(inputs(10, 12), 20));
    pump.read(ids(10, 12));
    device.isDead = false;

    assertThat(words(pump.read(ids(10, 12)))).containsExactly("10", "11", "12");
    assertThat(pump.link()).isEqualTo(new Link.Up());
  }

  @Test
  void aLineThatCannotBeOpenedIsDown() throws IOException {
    int nobody;
    try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = gone.getLocalPort();
    }
    Line line = new TcpLine("127.0.0.1", nobody, Duration.ofSeconds(1));
    Timing timing =
        Timing.of(new Wiring.Tcp("127.0.0.1", nobody), Duration.ofMillis(100), Duration.ZERO);
    ModbusPump pump =
        new ModbusPump(
            new ModbusBus(line, Framing.TCP, timing, new FakeTime()),
            1,
            Bench.map(inputs(10, 12), 2));

    assertThat(pump.read(ids(10, 12)))
        .allSatisfy(
            sample -> assertThat(((Invalid) sample).fault()).isInstanceOf(Fault.LineDown.class));
    assertThat(pump.link())
        .isInstanceOfSatisfying(
            Link.Down.class, link -> assertThat(link.cause()).endsWith("connection refused"));
  }
}
