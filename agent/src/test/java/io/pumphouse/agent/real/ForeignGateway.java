package io.pumphouse.agent.real;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A gateway with pages that this project did not write the server of, steered by the test. */
final class ForeignGateway implements AutoCloseable {
  private final Child child;

  private ForeignGateway(Child child) throws InterruptedException {
    this.child = child;
    child.await("^ready$");
  }

  /** Python's own web server. */
  static ForeignGateway at(Path folder, int port) throws InterruptedException {
    Path script = folder.resolve("gateway.py");
    try (InputStream source = ForeignGateway.class.getResourceAsStream("/real/gateway.py")) {
      Files.copy(Objects.requireNonNull(source), script, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    List<String> command =
        List.of("/usr/bin/python3", "-u", script.toString(), String.valueOf(port));
    return new ForeignGateway(new Child(Map.of(), command));
  }

  /** What it tells of this id from now on, as JSON. */
  void set(String id, String json) throws InterruptedException {
    steer("set " + id + " " + json);
  }

  void forget(String id) throws InterruptedException {
    steer("forget " + id);
  }

  /** What it says of its cable. */
  void cable(String version) throws InterruptedException {
    steer("cable " + version);
  }

  /** How it answers from now on: a word of the script. */
  void act(String how) throws InterruptedException {
    steer("act " + how);
  }

  private void steer(String line) throws InterruptedException {
    child.tell(line);
    child.await("^ok$");
  }

  @Override
  public void close() {
    child.close();
  }
}
