package io.pumphouse.agent.scan;

import io.pumphouse.hal.line.Wiring;

/** What to look at when nobody answers. Pure. */
final class Advice {
  private Advice() {}

  static String of(Place place, boolean wasNoisy) {
    return switch (place) {
      case Place.Port _ when wasNoisy ->
          "look whether A and B are swapped (on a Rego: TxD and RxD), another master is on the line,"
              + " or it has a speed that was not tried";
      case Place.Port _ ->
          "check that the pump is on and this is its port; for Modbus that it is enabled (NIBE F:"
              + " menu 5.2.4), A and B not swapped, and the unit (--unit N); for an IVT Rego TxD and"
              + " RxD (5 V TTL, not RS-232) and that nobody has its \"Info\" screen open; for a"
              + " Husdata H1 that its lamp blinks";
      case Place.Net(Wiring.Tcp _) when wasNoisy ->
          "this may be a transparent serial server: try --rtu-over-tcp";
      case Place.Net(Wiring.Tcp _) ->
          "check that Modbus is enabled in the pump (NIBE S: menu 7.5.9; NIBE F behind a gateway:"
              + " menu 5.2.4; Thermia: BMS, Modbus TCP, a menu that shows only while the pump is"
              + " off) and the unit (--unit N); a transparent serial server needs --rtu-over-tcp";
      case Place.Net(Wiring.Http _) ->
          "check that the gateway is on, and that its address opens in a browser";
      case Place.Net(Wiring.Serial _), Place.Net(Wiring.RtuOverTcp _) ->
          "check speed and parity in the serial server (19200 8N1 for an IVT Rego or a Husdata H1),"
              + " the wires, and the unit (--unit N); a converting gateway needs --tcp";
    };
  }
}
