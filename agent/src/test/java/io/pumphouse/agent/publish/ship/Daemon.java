package io.pumphouse.agent.publish.ship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A foreign server on loopback that can be killed and started again. */
final class Daemon implements AutoCloseable {
  private static final int TRIES = 1_000;

  private final List<String> command;
  private final Path log;
  private final int port;
  private Process process;

  private Daemon(List<String> command, Path log, int port) {
    this.command = command;
    this.log = log;
    this.port = port;
    this.process = begin();
  }

  /**
   * Starts it and waits until it answers; skips the test where it is not installed.
   *
   * @param port where the command makes it listen
   */
  static Daemon start(Path folder, int port, String... command) {
    boolean isThere =
        Stream.of("/usr/bin/", "/usr/sbin/")
            .anyMatch(where -> Files.isExecutable(Path.of(where + command[0])));
    if ("true".equals(System.getenv("CI"))) {
      assertThat(isThere).as(command[0] + " is installed (.ci/run installs it)").isTrue();
    }
    assumeThat(isThere).as(command[0] + " is installed").isTrue();
    String program =
        Files.isExecutable(Path.of("/usr/bin", command[0])) ? "/usr/bin/" : "/usr/sbin/";
    List<String> all = new ArrayList<>(List.of(command));
    all.set(0, program + command[0]);
    return new Daemon(all, folder.resolve(command[0] + ".log"), port);
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Process begin() {
    try {
      Process begun =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      for (int i = 0; i < TRIES && !answers() && begun.isAlive(); i++) {
        LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
      }
      assertThat(answers()).as(() -> command + " answers: " + said()).isTrue();
      return begun;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String said() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return e.toString();
    }
  }

  private boolean answers() {
    try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  /** As a power cut does. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** As a person does. */
  void stop() {
    process.destroy();
    process.onExit().join();
  }

  void restart() {
    process = begin();
  }

  @Override
  public void close() {
    kill();
  }
}
