package io.pumphouse.agent.real;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A null-modem cable of two ptys (socat); closing it pulls both ends out. */
final class PtyPair implements AutoCloseable {
  private final Child socat;
  private final Path pumpEnd;
  private final Path looseEnd;
  private final Path agentEnd;

  PtyPair(Path folder) throws InterruptedException {
    this(folder, folder.resolve("agent-end"));
  }

  /** A cable whose other end the agent cannot see before it is plugged in. */
  static PtyPair unplugged(Path folder) throws InterruptedException {
    return new PtyPair(folder, folder.resolve("loose-end"));
  }

  private PtyPair(Path folder, Path looseEnd) throws InterruptedException {
    this.pumpEnd = folder.resolve("pump-end");
    this.agentEnd = folder.resolve("agent-end");
    this.looseEnd = looseEnd;
    this.socat =
        new Child(
            Map.of(),
            List.of(
                "socat",
                "-d",
                "-d",
                "pty,raw,echo=0,link=" + pumpEnd,
                "pty,raw,echo=0,link=" + looseEnd));
    socat.await("starting data transfer loop");
  }

  void plugIn() throws IOException {
    Files.deleteIfExists(agentEnd); // A cable that was pulled leaves its name behind.
    Files.createSymbolicLink(agentEnd, looseEnd.toRealPath());
  }

  Path pumpEnd() {
    return pumpEnd;
  }

  Path agentEnd() {
    return agentEnd;
  }

  @Override
  public void close() {
    socat.close();
  }
}
