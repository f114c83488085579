package io.pumphouse.hal.husdata;

import io.pumphouse.hal.reading.Fault;

/** What a technician should look at after a fault on a gateway's port. */
final class NextStep {
  static final String LOOK_BEFORE_WRITING_AGAIN =
      "read the register, and look at the pump's own display, before writing again";

  private NextStep() {}

  static String after(Fault fault) {
    return switch (fault) {
      case Fault.NoAnswer _ ->
          "check that the H1 has power and its lamp blinks, and that this is its port";
      case Fault.Garbled _ ->
          "check that the port is set to 19200 baud, parity none, one stop bit, and the cable";
      case Fault.Unmentioned _,
          Fault.Refused _,
          Fault.Late _,
          Fault.Foreign _,
          Fault.Implausible _,
          Fault.LineDown _,
          Fault.Quarantined _ ->
          "";
    };
  }
}
