package io.pumphouse.agent.store.pack;

import io.pumphouse.hal.reading.Fault;
import java.time.Duration;
import java.time.Instant;

/** Faults as bytes: a kind, then what that kind carries. The kinds' numbers are for ever. */
final class FaultCode {
  private FaultCode() {}

  static void write(Ink ink, Fault fault) {
    switch (fault) {
      case Fault.NoAnswer(Duration waited) -> number(ink, 0, waited.toMillis());
      case Fault.Refused(int exception) -> number(ink, 1, exception);
      case Fault.Garbled(var _, String what) -> text(ink, 2, what);
      case Fault.Late _ -> ink.number(3);
      case Fault.Foreign(int unit) -> number(ink, 4, unit);
      case Fault.Implausible(long raw) -> number(ink, 5, raw);
      case Fault.LineDown(String cause) -> text(ink, 6, cause);
      case Fault.Quarantined(Instant until) -> number(ink, 7, until.toEpochMilli());
      case Fault.Unmentioned(String number) -> text(ink, 8, number);
    }
  }

  static Fault read(Eye eye) {
    int kind = eye.count();
    return switch (kind) {
      case 0 -> new Fault.NoAnswer(Duration.ofMillis(eye.signed()));
      case 1 -> new Fault.Refused((int) eye.signed());
      case 2 -> new Fault.Garbled(eye.text());
      case 3 -> new Fault.Late();
      case 4 -> new Fault.Foreign((int) eye.signed());
      case 5 -> new Fault.Implausible(eye.signed());
      case 6 -> new Fault.LineDown(eye.text());
      case 7 -> new Fault.Quarantined(Instant.ofEpochMilli(eye.signed()));
      case 8 -> new Fault.Unmentioned(eye.text());
      default -> throw new IllegalArgumentException("fault kind " + kind);
    };
  }

  private static void number(Ink ink, int kind, long value) {
    ink.number(kind);
    ink.signed(value);
  }

  private static void text(Ink ink, int kind, String words) {
    ink.number(kind);
    ink.text(words);
  }
}
