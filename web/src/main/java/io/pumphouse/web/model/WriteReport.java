package io.pumphouse.web.model;

/**
 * What became of an order to write.
 *
 * @param order the order
 * @param outcome how it ended
 * @param register the register, as it is called publicly; as ordered where there is no such one
 * @param before the value before with its unit; empty where it is not known
 * @param after the value that was read back, or that the pump accepted, with its unit; empty where
 *     none is known
 * @param cause the outcome in words
 * @param next what to do; empty when nothing need be done
 */
public record WriteReport(
    WriteOrder order,
    Outcome outcome,
    String register,
    String before,
    String after,
    String cause,
    String next) {
  /** How an order ended. The word is public. */
  public enum Outcome {
    /** The pump took it, and reading it back showed it. */
    DONE("done"),
    /** The pump said yes; it is a button, so there is nothing to read back. */
    ACCEPTED("accepted"),
    /** The pump said yes, but reading it back showed another value. */
    IGNORED("ignored"),
    /** The pump said no; nothing changed. */
    REFUSED("refused"),
    /** It may or may not have taken effect. */
    UNKNOWN("unknown"),
    /** It never left this machine; nothing changed. */
    NOT_SENT("not-sent"),
    /** The configuration or the register does not allow it; the pump was not asked. */
    FORBIDDEN("forbidden");

    private final String word;

    Outcome(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /** Whether the pump now has what was wanted. */
  public boolean isDone() {
    return switch (outcome) {
      case DONE, ACCEPTED -> true;
      case IGNORED, REFUSED, UNKNOWN, NOT_SENT, FORBIDDEN -> false;
    };
  }
}
