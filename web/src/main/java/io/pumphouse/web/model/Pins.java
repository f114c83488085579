package io.pumphouse.web.model;

import java.time.Duration;
import java.util.List;

/** What hangs on the pins of this machine. Thread-safe and quick. */
public interface Pins {
  /** How it stands. */
  Report report();

  /**
   * Puts the pump's SG Ready inputs into another state, or says why not. Every change is kept as an
   * event.
   *
   * @param who for the event
   * @param why for the event
   */
  Ordered order(SgReady wanted, String who, String why);

  /**
   * How the board stands.
   *
   * @param seats what hangs on which pin; none where the configuration names none
   * @param sgReady what the pump is told
   * @param board whether the board can be used; while it cannot, nothing is known of its pins
   */
  record Report(List<Seat> seats, Told sgReady, Health.Check board) {
    /** Where the configuration names no pin. */
    public static final Report NONE =
        new Report(List.of(), new Nothing(), Health.Check.well("board", "no pins are configured"));

    public Report {
      seats = List.copyOf(seats);
    }
  }

  /**
   * One pin.
   *
   * @param use what for, by its key in the configuration: {@code sg-ready.a}
   * @param bcm its number as the chip counts
   * @param isActiveLow whether a low level means on
   * @param state {@code on} or {@code off} for what is switched; empty for what is listened to, and
   *     while the board cannot be used
   * @param pump whose it is, by its id; empty for what serves all
   */
  record Seat(String use, int bcm, boolean isActiveLow, String state, String pump) {}

  /** What the pump is told by its SG Ready inputs. */
  sealed interface Told {}

  /** Nothing: they are not wired to this machine. */
  record Nothing() implements Told {}

  /**
   * This; the last that is known, while the board cannot be used.
   *
   * @param lasting for how long by now
   * @param who on whose order: a person or program by name, or {@code the agent}
   * @param why as they said
   */
  record State(SgReady state, Duration lasting, String who, String why) implements Told {}

  /** What became of an order. */
  sealed interface Ordered {}

  /** The inputs are as ordered. */
  record Done(SgReady before, SgReady now) implements Ordered {}

  /** They are not. */
  record Refused(Reason reason, String cause, String next) implements Ordered {}

  /** Why an order was refused. */
  enum Reason {
    /** The configuration has no pins for them. */
    NOT_WIRED,
    /** The state that is has not stood long enough. */
    TOO_SOON,
    /** The pins cannot be switched. */
    OUT_OF_ORDER
  }
}
