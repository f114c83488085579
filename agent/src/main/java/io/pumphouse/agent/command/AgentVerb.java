package io.pumphouse.agent.command;

import io.pumphouse.web.model.Role;
import java.util.Optional;

/**
 * A verb that needs the pumps or the running agent. Holds only what was typed; parsed where it was
 * typed, run where the desk is.
 */
public interface AgentVerb {
  /** Runs the verb and returns its exit code: {@link ExitCode}. */
  int run(Desk desk, Terminal terminal);

  /**
   * The file whose content goes along with the verb, {@code -} for standard input; empty if none
   * does. It is opened where it was typed: the agent opens no file because a client names it.
   */
  default Optional<String> input() {
    return Optional.empty();
  }

  /** What whoever types it must be allowed, as the API demands it of the same order. */
  default Role need() {
    return Role.VIEWER;
  }

  /**
   * Why nothing but the running agent can do this, for people who have none running; empty where
   * that explains itself.
   */
  default String whyAgent() {
    return "";
  }
}
