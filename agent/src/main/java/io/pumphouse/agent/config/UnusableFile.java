package io.pumphouse.agent.config;

import java.io.IOException;
import java.io.Serial;

/** A file that the configuration names is there, but of no use. Immutable. */
public final class UnusableFile extends IOException {
  @Serial private static final long serialVersionUID = 1;

  /** What is wrong with it, without what to do. */
  private final String problem;

  /** What a technician does about it. */
  private final String next;

  /**
   * @param problem what is wrong; names the file, never what is in it
   * @param next what to do
   */
  public UnusableFile(String problem, String next) {
    super(problem + "; " + next);
    this.problem = problem;
    this.next = next;
  }

  public String problem() {
    return problem;
  }

  public String next() {
    return next;
  }
}
