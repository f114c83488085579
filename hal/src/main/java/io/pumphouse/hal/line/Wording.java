package io.pumphouse.hal.line;

/**
 * Says what bytes on a line mean. Whoever keeps bytes keeps this beside them and asks only when
 * somebody looks, so that words cost a busy line nothing. Pure and thread-safe.
 */
public interface Wording {
  /** What these bytes ask: {@code read input 0-19}; may be empty. */
  String question(Frame sent);

  /**
   * What these bytes answer; may be empty.
   *
   * @param sent the question, or nothing if the bytes came while nothing was asked
   */
  String answer(Frame sent, Frame heard);

  /**
   * Words that are there already, for a line so slow that they cost nothing.
   *
   * @param question what was asked
   * @param answer what the answer says; empty if there is nothing to say
   */
  static Wording of(String question, String answer) {
    return new Wording() {
      @Override
      public String question(Frame sent) {
        return question;
      }

      @Override
      public String answer(Frame sent, Frame heard) {
        return answer;
      }
    };
  }
}
