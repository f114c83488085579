package io.pumphouse.hal.line;

/** What faults of a gateway's pages mean. Its own side to the pump does not show here. Pure. */
final class GatewayRemedy {
  private GatewayRemedy() {}

  /** What this rule says of a gateway that it fits. */
  static Remedy of(LineRule rule, Evidence line) {
    return switch (rule) {
      case ONLY_GARBAGE ->
          new Remedy(
              "somebody answers there, but never with a list of numbers",
              "open " + address(line) + "/api/alldata in a browser: is that the gateway?");
      case WRONG_UNIT, NOBODY_THERE ->
          new Remedy(
              line.hasAnswered()
                  ? "the gateway answered before and is silent now, though it takes connections"
                  : "something takes connections there and has never answered",
              "take the power from the gateway for ten seconds; if it goes on, open "
                  + address(line)
                  + " in a browser");
      case WRONG_PARITY, MISSING_TERMINATION, TWO_MASTERS, BEHIND_GATEWAY, TOO_SLOW ->
          throw new IllegalStateException(rule + " does not fit a gateway's pages");
    };
  }

  private static String address(Evidence line) {
    return "http://" + line.wiring().name();
  }
}
