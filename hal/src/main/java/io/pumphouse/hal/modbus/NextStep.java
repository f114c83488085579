package io.pumphouse.hal.modbus;

import io.pumphouse.hal.reading.Fault;

/** What a technician should look at after a fault on a bus. */
final class NextStep {
  private NextStep() {}

  static String after(Fault fault, Framing framing, int unit) {
    return switch (framing) {
      case RTU -> onSerialLine(fault, unit);
      case TCP -> onNetwork(fault, unit);
    };
  }

  private static String onSerialLine(Fault fault, int unit) {
    return switch (fault) {
      case Fault.NoAnswer _ ->
          "check that the pump is on, its Modbus enabled, unit "
              + unit
              + ", baud and parity right, and A and B not swapped";
      case Fault.Garbled _ ->
          "check baud and parity, cable and termination, and that no other master is on the line";
      case Fault.Late _ ->
          "wait; if it stays, the pump is slower than allowed, or another master is on the line";
      case Fault.Foreign(int other) ->
          "check the unit: " + unit + " was asked, " + other + " answered";
      case Fault.Unmentioned _,
          Fault.Refused _,
          Fault.Implausible _,
          Fault.LineDown _,
          Fault.Quarantined _ ->
          "";
    };
  }

  private static String onNetwork(Fault fault, int unit) {
    return switch (fault) {
      case Fault.NoAnswer _ ->
          "check that the pump's Modbus is enabled, that unit "
              + unit
              + " is right, and that no other program uses its connections up";
      case Fault.Garbled _ ->
          "check that this is a Modbus TCP port; a transparent serial server needs rtu-over-tcp";
      case Fault.Late _ -> "wait; if it stays, ask the pump less often";
      case Fault.Foreign(int other) ->
          "check the unit: " + unit + " was asked, " + other + " answered";
      case Fault.Unmentioned _,
          Fault.Refused _,
          Fault.Implausible _,
          Fault.LineDown _,
          Fault.Quarantined _ ->
          "";
    };
  }
}
