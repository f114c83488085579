package io.pumphouse.agent.clock;

import java.io.Serial;

/**
 * Why somebody's stamps are not put right yet, such as a full disk: expected in operation, so its
 * words say all there is to say, and it carries no stack.
 */
public final class NotMoved extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final String why;

  /**
   * For a try that is repeated.
   *
   * @param why in words
   */
  public NotMoved(String why) {
    super(why, null, false, false);
    this.why = why;
  }

  String why() {
    return why;
  }
}
