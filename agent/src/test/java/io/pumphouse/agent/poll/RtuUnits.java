package io.pumphouse.agent.poll;

import io.pumphouse.hal.line.FakeTime;
import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.line.ScriptedLine;
import io.pumphouse.hal.line.ScriptedLine.Cue;
import io.pumphouse.hal.line.ScriptedLine.Says;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Modbus RTU units on one line in fake time, framed by hand: every register holds its own address.
 * Notes who was asked when. Confined to one thread.
 */
final class RtuUnits {
  private final FakeTime time;
  private final Map<Integer, Unit> units = new HashMap<>();
  final List<Asked> asked = new ArrayList<>();
  final ScriptedLine line;

  /** A unit that refuses every request that touches a bad address. */
  private record Unit(Duration answersAfter, IntPredicate bad) {}

  /** A request: when, since boot in seconds. */
  record Asked(double at, int unit, int address, int count) {
    IntStream addresses() {
      return IntStream.range(address, address + count);
    }
  }

  RtuUnits(FakeTime time) {
    this.time = time;
    this.line = new ScriptedLine(time, this::answer);
  }

  void add(int unit, Duration answersAfter, IntPredicate bad) {
    units.put(unit, new Unit(answersAfter, bad));
  }

  private List<Cue> answer(Frame sent) {
    Unit unit = Objects.requireNonNull(units.get(sent.at(0)));
    Asked now = new Asked(time.nanos() / 1e9, sent.at(0), sent.u16(2), sent.u16(4));
    asked.add(now);
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    answer.write(now.unit());
    if (now.addresses().anyMatch(unit.bad())) {
      answer.write(sent.at(1) | 0x80);
      answer.write(2);
    } else {
      answer.write(sent.at(1));
      answer.write(2 * now.count());
      now.addresses().forEach(address -> write(answer, address >> 8, address));
    }
    int crc = crc(answer.toByteArray());
    write(answer, crc, crc >> 8);
    return List.of(new Says(unit.answersAfter(), Frame.of(answer.toByteArray())));
  }

  private static void write(ByteArrayOutputStream answer, int first, int second) {
    answer.write(first);
    answer.write(second);
  }

  /** Modbus over serial line V1.02, section 6.2.2. */
  private static int crc(byte[] bytes) {
    int crc = 0xFFFF;
    for (byte each : bytes) {
      crc ^= each & 0xFF;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 1) == 0 ? crc >> 1 : crc >> 1 ^ 0xA001;
      }
    }
    return crc;
  }
}
