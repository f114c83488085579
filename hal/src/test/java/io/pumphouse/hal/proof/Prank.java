package io.pumphouse.hal.proof;

/** What may happen to one exchange on a bad line; several at once, too. */
enum Prank {
  QUESTION_LOST(0.02),
  QUESTION_DAMAGED(0.02),
  QUESTION_TWICE(0.02),
  ANSWER_LOST(0.03),
  LATE(0.08),
  TWICE(0.08),
  FLIPPED(0.10),
  CUT_SHORT(0.05),
  GLUED_BEFORE(0.03),
  GLUED_AFTER(0.05),
  FOREIGN(0.08),
  IN_PIECES(0.25);

  private final double share;

  Prank(double share) {
    this.share = share;
  }

  /** Of all occasions, on how many it is played. */
  double share() {
    return share;
  }
}
