package io.pumphouse.agent.real;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A null-modem cable of two ptys (socat); closing it pulls both ends out. */
final class PtyPair implements AutoCloseable {
  private final Child socat;
  private final Path pumpEnd;
  private final Path agentEnd;

  PtyPair(Path folder) throws InterruptedException {
    this.pumpEnd = folder.resolve("pump-end");
    this.agentEnd = folder.resolve("agent-end");
    this.socat =
        new Child(
            Map.of(),
            List.of(
                "socat",
                "-d",
                "-d",
                "pty,raw,echo=0,link=" + pumpEnd,
                "pty,raw,echo=0,link=" + agentEnd));
    socat.await("starting data transfer loop");
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
