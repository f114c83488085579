package io.pumphouse.hal.proof;

import io.pumphouse.hal.line.Wiring;
import io.pumphouse.hal.modbus.Timing;
import java.time.Duration;

/** The ways Modbus is wired, and how far mischief may go on each. */
final class ModbusWires {
  private static final Duration ANSWER_WITHIN = Duration.ofMillis(200);
  private static final Duration PROMPT = Duration.ofMillis(150);
  private static final Duration BETWEEN = Duration.ofMillis(40);
  private static final int QUESTION_BYTES = 8;

  private ModbusWires() {}

  /** A serial line at the speed most pumps use. */
  static ModbusSubject rtu() {
    Wiring.Serial wiring = new Wiring.Serial("/dev/ttyUSB0", 9600, Wiring.Parity.NONE, 1);
    return rtu("Modbus RTU", wiring);
  }

  /** A transparent serial server: no time per byte, another gap. */
  static ModbusSubject rtuOverTcp() {
    return rtu("RTU over TCP", new Wiring.RtuOverTcp("192.0.2.10", 4001));
  }

  /** Lateness goes as far as {@link Timing} documents that it can be told. */
  private static ModbusSubject rtu(String name, Wiring wiring) {
    Timing timing = Timing.of(wiring, ANSWER_WITHIN, Duration.ZERO);
    Duration late =
        ANSWER_WITHIN.plus(timing.quiet()).plus(timing.perByte().multipliedBy(QUESTION_BYTES));
    Reach reach = new Reach(PROMPT, late, timing.gap(), BETWEEN);
    return new ModbusSubject(name, ModbusFrames.RTU, timing, reach);
  }

  /** Answers carry numbers: nothing is too late, and no repetition comes too long after. */
  static ModbusSubject tcp() {
    Timing timing = Timing.of(new Wiring.Tcp("192.0.2.10", 502), ANSWER_WITHIN, Duration.ZERO);
    Duration anyTime = ANSWER_WITHIN.multipliedBy(20);
    Reach reach = new Reach(PROMPT, anyTime, anyTime, BETWEEN);
    return new ModbusSubject("Modbus TCP", ModbusFrames.TCP, timing, reach);
  }

  /** A real port, in real time: short waits, and room for a busy machine within the bounds. */
  static ModbusSubject pty(Wiring.Serial wiring) {
    Duration answerWithin = Duration.ofMillis(60);
    Duration prompt = Duration.ofMillis(20);
    Duration late = answerWithin.plusMillis(20);
    Timing timing = Timing.of(wiring, answerWithin, Duration.ZERO);
    Reach reach = new Reach(prompt, late, Duration.ZERO, Duration.ofMillis(5));
    return new ModbusSubject("Modbus RTU on a pty", ModbusFrames.RTU, timing, reach);
  }
}
