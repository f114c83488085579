package io.pumphouse.agent.real;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Two ptys joined by a wire that carries 960 bytes a second each way: 9600 baud, 8N1. */
final class SlowWire implements AutoCloseable {
  private final Child wire;
  private final Path pumpEnd;
  private final Path agentEnd;

  SlowWire(Path folder) throws InterruptedException {
    this.pumpEnd = folder.resolve("pump-end");
    this.agentEnd = folder.resolve("agent-end");
    String program = CProgram.compiled(folder, "wire").toString();
    this.wire =
        new Child(
            Map.of(), List.of(program, agentEnd.toString(), pumpEnd.toString(), "9600", "10"));
    wire.await("^ready$");
  }

  Path pumpEnd() {
    return pumpEnd;
  }

  Path agentEnd() {
    return agentEnd;
  }

  @Override
  public void close() {
    wire.close();
  }
}
