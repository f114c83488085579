package io.pumphouse.hal.rego;

import io.pumphouse.hal.reading.Fault;

/** What a technician should look at after a fault on a Rego line. */
final class NextStep {
  private NextStep() {}

  static String after(Fault fault) {
    return switch (fault) {
      case Fault.NoAnswer _ ->
          "check that the pump is on and TxD and RxD are not swapped; if somebody has the \"Info\""
              + " screen open on the pump's panel, leave it: it keeps the pump from answering";
      case Fault.Garbled _ ->
          "check 19200 baud 8N1, ground and level shifter (the port is 5 V TTL, not RS-232), and"
              + " that nothing else is connected to the service port";
      case Fault.Implausible _ -> "check the model: this is no Rego 600 to 637";
      case Fault.Unmentioned _,
          Fault.Late _,
          Fault.Foreign _,
          Fault.Refused _,
          Fault.LineDown _,
          Fault.Quarantined _ ->
          "";
    };
  }
}
