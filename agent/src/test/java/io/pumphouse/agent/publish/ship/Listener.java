package io.pumphouse.agent.publish.ship;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** {@code mosquitto_sub}, which hears what a broker passes on: topic, whether kept, text. */
final class Listener implements AutoCloseable {
  private final Process process;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

  /** Returns once it is told everything. */
  Listener(int port, String... more) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("stdbuf", "-oL", "mosquitto_sub", "-d"));
    command.addAll(List.of("-h", "127.0.0.1", "-p", String.valueOf(port), "-t", "#", "-q", "1"));
    command.addAll(List.of("-F", "%t %r %p"));
    command.addAll(List.of(more));
    process = new ProcessBuilder(command).redirectErrorStream(true).start();
    Thread.ofVirtual().start(this::listen);
    String unused = await(line -> line.startsWith("Subscribed"));
  }

  private void listen() {
    try (BufferedReader reader = process.inputReader()) {
      reader.lines().forEach(lines::add);
    } catch (IOException | UncheckedIOException end) {
      lines.add("(" + end.getMessage() + ")");
    }
  }

  /** The next line of this kind; those before it pass. */
  String await(Predicate<String> wanted) throws InterruptedException {
    while (true) {
      String line = lines.poll(20, TimeUnit.SECONDS);
      assertThat(line).as("what was waited for").isNotNull();
      String heard = String.valueOf(line);
      if (!heard.startsWith("Client ") && wanted.test(heard)) {
        return heard;
      }
    }
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
