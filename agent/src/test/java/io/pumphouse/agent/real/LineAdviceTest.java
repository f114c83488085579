package io.pumphouse.agent.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import io.pumphouse.agent.command.CommandClient;
import io.pumphouse.agent.command.Terminal;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a real line stands in words at /line. */
final class LineAdviceTest {
  private static final int PATIENCE = 20;

  @TempDir private Path folder;

  @Test
  @Execution(CONCURRENT)
  void theWrongUnitIsSaid() throws IOException, InterruptedException {
    Tools.require("python3", "socat");
    try (PtyPair cable = new PtyPair(folder);
        ForeignSlave slave = ForeignSlave.rtu(folder, cable.pumpEnd())) {
      slave.fill("holding", 0, 9999, 0);
      try (Product product = Product.start(folder, pump(cable, 7))) {
        awaitAdvice(product, "wrong-unit");
        assertThat(line(product)).contains("unit 7 has never answered", "check the unit number");
      }
    }
  }

  @ParameterizedTest
  @Execution(CONCURRENT)
  @CsvSource({
    "garbage,  only-garbage, swap A and B",
    "checksum, wrong-parity, set parity",
    "stranger, two-masters,  a Modbus line has one master"
  })
  void whoSpoilsTheLineIsSaid(String mode, String rule, String next)
      throws IOException, InterruptedException {
    Tools.require("python3", "socat");
    try (PtyPair cable = new PtyPair(folder);
        Child nuisance = nuisance(cable, mode);
        Product product = Product.start(folder, pump(cable, 1))) {
      awaitAdvice(product, rule);
      assertThat(line(product)).contains(next);
      assertThat(said(product, "line", "cottage")).contains(next);
      assertThat(said(product, "trace", "cottage")).contains("read holding");
      assertThat(nuisance.handle().isAlive()).isTrue();
    }
  }

  @Test
  @Execution(CONCURRENT)
  void withoutAnAgentTraceSaysSo() throws InterruptedException {
    List<String> typed = List.of("trace", "cottage", "--data", folder.toString());
    try (Child trace = new Child(Map.of(), Product.command(typed))) {
      assertThat(trace.output()).contains("no agent answers", "start the agent");
      assertThat(trace.exitCode()).isEqualTo(1);
    }
  }

  private Child nuisance(PtyPair cable, String mode) throws IOException, InterruptedException {
    Path script = folder.resolve("nuisance.py");
    try (InputStream source = LineAdviceTest.class.getResourceAsStream("/real/nuisance.py")) {
      Files.copy(Objects.requireNonNull(source), script);
    }
    Child child =
        new Child(
            Map.of(),
            List.of("/usr/bin/python3", "-u", script.toString(), cable.pumpEnd().toString(), mode));
    child.await("^ready$");
    return child;
  }

  private static String pump(PtyPair cable, int unit) {
    return """
        - id: cottage
          model: nibe-f1255
          line: {serial: %s, unit: %d, answer-within: 100ms}
          poll-interval: 1m
        """
        .formatted(cable.agentEnd(), unit);
  }

  /** Asks, so that it need not be waited for the back-off, until the faults make a pattern. */
  private static void awaitAdvice(Product product, String rule)
      throws IOException, InterruptedException {
    for (int asked = 0; asked < PATIENCE && !line(product).contains(rule); asked++) {
      said(product, "read", "cottage", "40004");
    }
    assertThat(line(product)).contains("\"rule\":\"" + rule + "\"");
  }

  private static String line(Product product) throws IOException, InterruptedException {
    return product.get("/api/v1/pumps/cottage/line");
  }

  private static String said(Product product, String... typed) {
    StringWriter out = new StringWriter();
    PrintWriter both = new PrintWriter(out);
    CommandClient.run(
        product.data().resolve("agent.sock"), List.of(typed), new Terminal(both, both));
    return out.toString();
  }
}
