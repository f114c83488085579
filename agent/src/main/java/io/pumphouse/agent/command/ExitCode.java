package io.pumphouse.agent.command;

/** What the shell is told. */
public final class ExitCode {
  public static final int OK = 0;
  public static final int FAILED = 1;
  public static final int WRONG_USAGE = 2;

  /** EX_TEMPFAIL: the agent was asked to start anew, and systemd does so after any failure. */
  public static final int START_AGAIN = 75;

  /** EX_CONFIG of sysexits(3): restarting does not help. */
  public static final int WRONG_CONFIGURATION = 78;

  private ExitCode() {}
}
