package io.pumphouse.agent.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** mbpoll, a Modbus master of foreign make, looks at the virtual pump. */
final class ForeignMasterTest {
  private static final String OUTDOOR = "1";
  private static final String ABSENT = "6";

  @TempDir private Path folder;

  @Test
  void mbpollReadsTheVirtualPumpOverTcp() throws IOException, InterruptedException {
    Tools.require("mbpoll");
    String port = String.valueOf(Ports.free());
    try (Child pump = simulate("--model", "nibe-s1255", "--tcp", port)) {
      pump.await("Modbus TCP");
      try (Child mbpoll = mbpoll("-m", "tcp", "-p", port, "-t", "3", "-r", OUTDOOR, "127.0.0.1")) {
        assertThat(mbpoll.output()).containsPattern("\\[1]:\\s+-?\\d+");
        assertThat(mbpoll.exitCode()).isZero();
      }
    }
  }

  @Test
  void mbpollIsRefusedARegisterThatThePumpDoesNotHave() throws IOException, InterruptedException {
    Tools.require("mbpoll");
    String port = String.valueOf(Ports.free());
    try (Child pump = simulate("--model", "nibe-s1255", "--tcp", port)) {
      pump.await("Modbus TCP");
      try (Child mbpoll = mbpoll("-m", "tcp", "-p", port, "-t", "3", "-r", ABSENT, "127.0.0.1")) {
        assertThat(mbpoll.output()).contains("Illegal function");
      }
    }
  }

  @Test
  void mbpollReadsTheVirtualPumpOverAPty() throws InterruptedException {
    Tools.require("mbpoll", "socat");
    try (PtyPair cable = new PtyPair(folder);
        Child pump = simulate("--model", "nibe-f1255", "--serial", cable.pumpEnd().toString())) {
      pump.await("9600 8N1");
      String[] line = {"-m", "rtu", "-b", "9600", "-P", "none", "-t", "4", "-r", "3"};
      List<String> typed = new ArrayList<>(List.of(line));
      typed.add(cable.agentEnd().toString());
      try (Child mbpoll = mbpoll(typed.toArray(String[]::new))) {
        assertThat(mbpoll.output()).containsPattern("\\[3]:\\s+-?\\d+");
      }
    }
  }

  private static Child simulate(String... options) {
    List<String> typed = new ArrayList<>(List.of("simulate"));
    typed.addAll(List.of(options));
    return new Child(Map.of("MALLOC_ARENA_MAX", "1"), Product.command(typed));
  }

  private static Child mbpoll(String... options) {
    List<String> command =
        new ArrayList<>(List.of("mbpoll", "-q", "-a", "1", "-c", "1", "-1", "-0", "-o", "10"));
    command.addAll(List.of(options));
    return new Child(Map.of(), command);
  }
}
