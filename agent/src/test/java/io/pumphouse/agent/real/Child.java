package io.pumphouse.agent.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A process of ours to watch: its lines, its end. Killed when closed. */
final class Child implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 60;

  private final Process process;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final StringBuilder said = new StringBuilder();
  private final Thread ear;

  Child(Map<String, String> environment, List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    try {
      process = builder.start();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    ear = Thread.ofVirtual().name("lines of " + command.getFirst()).start(this::listen);
  }

  private void listen() {
    try (BufferedReader reader = process.inputReader()) {
      reader.lines().forEach(lines::add);
    } catch (IOException | UncheckedIOException end) {
      lines.add("(" + end.getMessage() + ")");
    }
  }

  /** Waits for a line that has this in it. */
  Matcher await(String pattern) throws InterruptedException {
    Pattern wanted = Pattern.compile(pattern);
    while (true) {
      String line = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      assertThat(line).as("a line like \"%s\" after:%n%s", pattern, said).isNotNull();
      said.append(line).append('\n');
      Matcher matcher = wanted.matcher(String.valueOf(line));
      if (matcher.find()) {
        return matcher;
      }
    }
  }

  void tell(String line) {
    try {
      process.outputWriter().write(line + "\n");
      process.outputWriter().flush();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  /** SIGTERM; returns the exit code. */
  int terminate() throws InterruptedException {
    process.destroy();
    return exitCode();
  }

  /** SIGKILL. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    exitCode();
  }

  int exitCode() throws InterruptedException {
    assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).as("ends: %s", said).isTrue();
    return process.exitValue();
  }

  /** Everything said until the end. */
  String output() throws InterruptedException {
    exitCode();
    ear.join();
    lines.forEach(line -> said.append(line).append('\n'));
    return said.toString();
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
