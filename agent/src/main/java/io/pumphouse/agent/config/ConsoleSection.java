package io.pumphouse.agent.config;

import io.pumphouse.hal.line.Wiring;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code console:} where technicians plug in. */
final class ConsoleSection {
  static final String EXAMPLE = "{serial: /dev/ttyGS0}";

  private static final String SERIAL = "serial";
  private static final Kind<Integer> BAUD = Numbers.between(300, 4_000_000, 115_200);
  private static final Kind<Boolean> ACCESS =
      Choice.of(List.of(true, false), isPresence -> isPresence ? "presence" : "login");
  private static final Kind<Duration> IDLE = Durations.between("1m", "12h", "15m");

  private final List<PumpConfig> pumps;

  /**
   * A reader of the section.
   *
   * @param pumps those of the same file, whose lines are theirs
   */
  ConsoleSection(List<PumpConfig> pumps) {
    this.pumps = List.copyOf(pumps);
  }

  ConsoleConfig read(Section console) {
    int baud = console.optional("baud", BAUD, 115_200);
    boolean isPresence = console.optional("access", ACCESS, false);
    Duration idle = console.optional("idle", IDLE, ConsoleConfig.USUAL_IDLE);
    return new ConsoleConfig(port(console, baud), isPresence, idle);
  }

  private Set<Wiring.Serial> port(Section console, int baud) {
    if (!console.has(SERIAL)) {
      return Set.of();
    }
    Optional<String> path = console.required(SERIAL, LineSection.SERIAL);
    path.filter(it -> pumps.stream().anyMatch(pump -> pump.wiring().name().equals(it)))
        .ifPresent(_ -> console.refuse(SERIAL, "a port that no pump is wired to"));
    return path.map(it -> Set.of(new Wiring.Serial(it, baud, Wiring.Parity.NONE, 1)))
        .orElse(Set.of());
  }
}
