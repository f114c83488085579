package io.pumphouse.agent.command;

import java.nio.file.Path;

/** A verb that needs the store of readings alone: in the running agent, or where none runs. */
public interface TransferVerb extends AgentVerb {
  /** Runs the verb and returns its exit code. */
  int run(Transfer transfer, Terminal terminal);

  /** The configuration to use when no agent runs. */
  Path config();

  @Override
  default int run(Desk desk, Terminal terminal) {
    return run(desk.transfer(), terminal);
  }
}
