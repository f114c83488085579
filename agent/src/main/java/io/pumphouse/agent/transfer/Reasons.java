package io.pumphouse.agent.transfer;

import io.pumphouse.hal.reading.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Faults again, of their public codes. What the code does not tell is lost. Pure. */
final class Reasons {
  private static final String FROM_A_FILE = "told by an imported file";
  private static final String REFUSED = "refused:";

  private Reasons() {}

  /**
   * @param raw what the device said, for an implausible number
   */
  static Optional<Fault> fault(String code, String raw) {
    if (code.matches(REFUSED + "[0-9]{1,3}")) {
      return Optional.of(new Fault.Refused(Integer.parseInt(code.substring(REFUSED.length()))));
    }
    return switch (code) {
      case "no-answer" -> Optional.of(new Fault.NoAnswer(Duration.ZERO));
      case "garbled" -> Optional.of(new Fault.Garbled(FROM_A_FILE));
      case "late" -> Optional.of(new Fault.Late());
      case "foreign" -> Optional.of(new Fault.Foreign(0));
      case "line-down" -> Optional.of(new Fault.LineDown(FROM_A_FILE));
      case "quarantined" -> Optional.of(new Fault.Quarantined(Instant.EPOCH));
      case "implausible" ->
          raw.matches("-?[0-9]{1,18}")
              ? Optional.of(new Fault.Implausible(Long.parseLong(raw)))
              : Optional.empty();
      default -> Optional.empty();
    };
  }
}
