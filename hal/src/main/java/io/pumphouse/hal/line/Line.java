package io.pumphouse.hal.line;

import java.time.Duration;

/**
 * A wire to somebody: bytes out, bytes in, nothing else. Confined to the one thread that owns the
 * bus; only {@link #close} may come from another, and ends a read that is under way.
 *
 * <p>A line that broke stays broken until it is opened again; opening is never done behind the
 * caller's back.
 */
public interface Line extends AutoCloseable {
  /** What a technician calls it: {@code /dev/ttyUSB0}, {@code 192.0.2.10:502}. */
  String name();

  /** Opens the line, or says why not. Opening an open line changes nothing. */
  Opening open();

  /** Sends all bytes of the frame. */
  Sending send(Frame frame);

  /**
   * Waits until at least one byte is there, or the time is up, and returns what has arrived by
   * then.
   *
   * @param atMost how long to wait; zero asks only for what is already there
   */
  Heard hear(Duration atMost);

  /** Idempotent, never throws. */
  @Override
  void close();

  /** How opening ended. */
  sealed interface Opening permits Opened, Broken {}

  /** How sending ended. */
  sealed interface Sending permits Sent, Broken {}

  /** How listening ended. */
  sealed interface Heard permits Bytes, Silence, Broken {}

  record Opened() implements Opening {}

  record Sent() implements Sending {}

  /**
   * Something came.
   *
   * @param bytes at least one byte
   */
  record Bytes(Frame bytes) implements Heard {}

  /** Nothing came in time. */
  record Silence() implements Heard {}

  /**
   * The line cannot be used.
   *
   * @param cause what is wrong, tried-on-what first: {@code /dev/ttyUSB0: no such port}
   * @param next what a technician should do about it
   */
  record Broken(String cause, String next) implements Opening, Sending, Heard {}
}
