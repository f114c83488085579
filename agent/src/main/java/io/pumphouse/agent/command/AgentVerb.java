package io.pumphouse.agent.command;

/**
 * A verb that needs the pumps or the running agent. Holds only what was typed; parsed where it was
 * typed, run where the desk is.
 */
public interface AgentVerb {
  /** Runs the verb and returns its exit code: {@link ExitCode}. */
  int run(Desk desk, Terminal terminal);

  /**
   * Why nothing but the running agent can do this, for people who have none running; empty where
   * that explains itself.
   */
  default String whyAgent() {
    return "";
  }
}
