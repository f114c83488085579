package io.pumphouse.agent.command;

import io.pumphouse.web.model.JobAnswer;

/** Has the agent start anew. Thread-safe. */
@FunctionalInterface
public interface Restarting {
  /** Begins to end, if there is somebody who starts it again; the answer may still be told. */
  JobAnswer restart();
}
