package io.pumphouse.agent.backup.tool;

/**
 * How one attempt ended. Immutable.
 *
 * @param kind what it means for the run
 * @param cause what went wrong or needs a look; empty if all is well
 * @param next what to do about it; empty if nothing need be done
 */
public record Verdict(Kind kind, String cause, String next) {
  /** So many of the errors of a tool are kept, to tell what they mean. */
  public static final int MOST_WORDS = 40;

  /** What an attempt means for its run. */
  public enum Kind {
    GOOD,
    /** A copy is there, and something about it needs a look. */
    WARNING,
    /** It may heal by itself: worth another attempt. */
    TRANSIENT,
    /** Another attempt would end the same way. */
    FAILURE,
    /** The destination is not there, so nothing was tried. */
    ABSENT,
    /** We stopped it. */
    STOPPED
  }

  /** Whether there is a copy. */
  public boolean isCopied() {
    return kind == Kind.GOOD || kind == Kind.WARNING;
  }

  public static Verdict good() {
    return new Verdict(Kind.GOOD, "", "");
  }

  public static Verdict failure(String cause, String next) {
    return new Verdict(Kind.FAILURE, cause, next);
  }
}
