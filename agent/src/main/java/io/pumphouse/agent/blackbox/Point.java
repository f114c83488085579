package io.pumphouse.agent.blackbox;

/**
 * One sample, as small as it gets.
 *
 * @param millis since boot
 * @param register its number among the pump's
 * @param state {@link #VALUE}, or the number of the reason why there is none, from 1
 * @param raw the value; 0 if there is none
 */
record Point(long millis, int register, int state, long raw) {
  static final int VALUE = 0;

  /** After a point at {@code before}. */
  void write(Pen pen, long before) {
    pen.signed(millis - before);
    pen.number(register);
    pen.number(state);
    if (state == VALUE) {
      pen.signed(raw);
    }
  }

  static Point read(Lens lens, long before) {
    long millis = before + lens.signed();
    int register = (int) lens.number();
    int state = (int) lens.number();
    return new Point(millis, register, state, state == VALUE ? lens.signed() : 0);
  }
}
