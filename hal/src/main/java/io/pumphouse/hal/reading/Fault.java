package io.pumphouse.hal.reading;

import java.time.Duration;
import java.time.Instant;

/**
 * Why there is no value. The code is public (API, exports, store); the words are for a technician.
 */
public sealed interface Fault {
  /** The reason as programs know it: {@code no-answer}, {@code refused:2}, {@code garbled}, … */
  String code();

  /** The reason in words. */
  String words();

  /**
   * Nothing came before the deadline.
   *
   * @param waited how long was waited
   */
  record NoAnswer(Duration waited) implements Fault {
    @Override
    public String code() {
      return "no-answer";
    }

    @Override
    public String words() {
      return "no answer in " + waited.toMillis() + " ms";
    }
  }

  /**
   * A gateway told what it knows, and this number was not in it.
   *
   * @param number the register's number at the gateway: {@code 0007}
   */
  record Unmentioned(String number) implements Fault {
    @Override
    public String code() {
      return "no-answer";
    }

    @Override
    public String words() {
      return "the gateway did not mention " + number + " in its last update";
    }
  }

  /**
   * The pump answered with a Modbus exception.
   *
   * @param exception the exception code, 1 to 255 (Modbus specification, section 7)
   */
  record Refused(int exception) implements Fault {
    @Override
    public String code() {
      return "refused:" + exception;
    }

    @Override
    public String words() {
      return "the pump refused, code " + exception + meaning();
    }

    private String meaning() {
      return switch (exception) {
        case 1 -> " (function not allowed here)";
        case 2 -> " (no such register)";
        case 3 -> " (value or count not allowed)";
        case 4 -> " (failure inside the pump)";
        case 5, 6 -> " (busy)";
        case 10, 11 -> " (the gateway cannot reach the pump)";
        default -> "";
      };
    }
  }

  /** What is wrong with bytes that should have been an answer; tells one bad wire from another. */
  enum Damage {
    /** It began well and broke off. */
    SHORT,
    /** It has the shape of an answer, but its checksum is wrong. */
    CHECKSUM,
    /** It does not even have the shape of an answer. */
    NOISE
  }

  /**
   * Bytes came, but not a whole and undamaged answer.
   *
   * @param damage in what way
   * @param what what was wrong with them, in words
   */
  record Garbled(Damage damage, String what) implements Fault {
    public Garbled(String what) {
      this(Damage.NOISE, what);
    }

    @Override
    public String code() {
      return "garbled";
    }

    @Override
    public String words() {
      return "the answer was damaged: " + what;
    }
  }

  /** An answer came, but to an earlier question. */
  record Late() implements Fault {
    @Override
    public String code() {
      return "late";
    }

    @Override
    public String words() {
      return "an answer to an earlier question came instead";
    }
  }

  /**
   * A whole frame came, but from or for somebody else.
   *
   * @param unit the unit number in the frame
   */
  record Foreign(int unit) implements Fault {
    @Override
    public String code() {
      return "foreign";
    }

    @Override
    public String words() {
      return "unit " + unit + " answered instead";
    }
  }

  /**
   * A number came that cannot be true.
   *
   * @param raw what the device sent
   */
  record Implausible(long raw) implements Fault {
    @Override
    public String code() {
      return "implausible";
    }

    @Override
    public String words() {
      return "the pump sent " + raw + ", which is outside what this register can hold";
    }
  }

  /**
   * There is no line to ask on.
   *
   * @param cause why, in words
   */
  record LineDown(String cause) implements Fault {
    @Override
    public String code() {
      return "line-down";
    }

    @Override
    public String words() {
      return cause;
    }
  }

  /**
   * The register failed before and is left alone for a while, so that it costs its neighbours
   * nothing.
   *
   * @param until when it is asked again
   */
  record Quarantined(Instant until) implements Fault {
    @Override
    public String code() {
      return "quarantined";
    }

    @Override
    public String words() {
      return "failed before; asked again at " + until;
    }
  }
}
