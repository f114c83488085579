package io.pumphouse.agent.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A real datagram socket as systemd has one, and every line that came through it. */
public final class NotifyEar implements AutoCloseable {
  private static final String LISTENS = "starting data transfer loop";

  private final Path socket;
  private final Process socat;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

  /** Listens in this folder once this returns. Needs socat. */
  public NotifyEar(Path folder) throws IOException, InterruptedException {
    socket = folder.resolve("notify");
    socat =
        new ProcessBuilder("socat", "-u", "-d", "-d", "UNIX-RECV:" + socket, "STDOUT")
            .redirectErrorStream(true)
            .start();
    Thread.ofVirtual().name("notify ear").start(this::listen);
    String line = next();
    while (!line.contains(LISTENS)) {
      line = next();
    }
  }

  /** Who tells it something. */
  public ServiceNotice notice() {
    return new ServiceNotice(socket.toString());
  }

  /** The next line that was not taken yet. */
  public String next() throws InterruptedException {
    String line = lines.poll(10, TimeUnit.SECONDS);
    assertThat(line).as("a line within ten seconds").isNotNull();
    return String.valueOf(line);
  }

  /** And not what socat tells of itself. */
  private static boolean isOurs(String line) {
    return !line.contains("socat[") || line.contains(LISTENS);
  }

  private void listen() {
    try (BufferedReader reader = socat.inputReader()) {
      reader.lines().filter(NotifyEar::isOurs).forEach(lines::add);
    } catch (IOException | UncheckedIOException end) {
      lines.add("(" + end.getMessage() + ")");
    }
  }

  @Override
  public void close() {
    socat.destroyForcibly().onExit().join();
  }
}
