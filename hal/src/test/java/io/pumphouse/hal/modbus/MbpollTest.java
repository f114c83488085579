package io.pumphouse.hal.modbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.pumphouse.hal.line.Line;
import io.pumphouse.hal.line.PtyPair;
import io.pumphouse.hal.line.RealTime;
import io.pumphouse.hal.line.SerialLine;
import io.pumphouse.hal.line.TcpDoor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A technician's tool (libmodbus underneath) reads and writes our slave. */
class MbpollTest {
  private final Bench device = new Bench();

  private static String mbpoll(String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(List.of("mbpoll", "-q", "-1", "-0", "-o", "10", "-a", "1"));
    command.addAll(List.of(arguments));
    Process tool;
    try {
      tool = new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException missing) {
      String reason = "needs mbpoll (apt install mbpoll): " + missing.getMessage();
      return Boolean.parseBoolean(System.getenv("CI")) ? fail(reason, missing) : abort(reason);
    }
    return new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void readsAndWritesOverTcp() throws IOException {
    try (TcpDoor door =
        new TcpDoor(
            "127.0.0.1", 0, 2, line -> new ModbusSlave(line, Framing.TCP, 1, device).serve())) {
      door.open();
      String port = Integer.toString(door.port());
      String[] input = {"-m", "tcp", "-p", port, "-t", "3", "-r", "10", "-c", "2", "127.0.0.1"};
      String[] write = {"-m", "tcp", "-p", port, "-t", "4", "-r", "30", "127.0.0.1", "77"};

      assertThat(mbpoll(input)).contains("[10]: \t10", "[11]: \t11");
      assertThat(mbpoll(write)).contains("Written 1 references");
    }
    assertThat(device.words).containsEntry(30, 77);
  }

  @Test
  void readsAndIsRefusedOverASerialLine(@TempDir Path folder) throws IOException {
    device.absent.add(20);
    try (PtyPair cable = PtyPair.open(folder);
        Line line = new SerialLine(cable.far(), new RealTime())) {
      line.open();
      ModbusSlave slave = new ModbusSlave(line, Framing.RTU, 1, device);
      Thread.ofPlatform().daemon().name("slave").start(slave::serve);
      String port = cable.near().path();
      String[] rtu = {"-m", "rtu", "-b", "9600", "-P", "none", "-t", "4", "-c", "3"};

      assertThat(mbpoll(with(rtu, "-r", "10", port))).contains("[10]: \t10", "[12]: \t12");
      assertThat(mbpoll(with(rtu, "-r", "19", port))).contains("Illegal data address");
    }
  }

  private static String[] with(String[] first, String... more) {
    List<String> all = new ArrayList<>(List.of(first));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }
}
