package io.pumphouse.hal.modbus;

import io.pumphouse.hal.line.Frame;

/** Finds the questions for one unit in what a slave hears: the part in which RTU and TCP differ. */
sealed interface Listener permits RtuListener, TcpListener {
  /** Takes what was heard. */
  Turn heard(Frame bytes);

  /** Takes note that nothing was heard for longer than any pause within a frame. */
  Turn silence();

  /** Whether something was heard that is not a whole frame yet. */
  boolean isWithinFrame();
}
