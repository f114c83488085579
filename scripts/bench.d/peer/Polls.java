import io.pumphouse.hal.map.Lookup;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.map.RegisterMaps;
import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.sim.Drive;
import io.pumphouse.hal.sim.Panel;
import io.pumphouse.hal.sim.VirtualHeatPump;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * What a virtual pump says, poll by poll, as line protocol with times in seconds: MODEL FROM DAYS
 * SECONDS FILE [REGISTERS]. Raw numbers of every register that carries a metric, or of so many:
 * those and others, at rest. The physics move every ten seconds, so that much time passes in them
 * between shorter polls, lest many repeat the one before.
 */
final class Polls {
  private static final long SEED = 1255;
  private static final Duration BETWEEN_DAYS = Duration.ofDays(1);

  public static void main(String[] typed) throws IOException {
    Instant from = Instant.parse(typed[1]);
    Duration interval = Duration.ofSeconds(Long.parseLong(typed[3]));
    long polls = BETWEEN_DAYS.multipliedBy(Long.parseLong(typed[2])).dividedBy(interval);
    if (!(new RegisterMaps().find(typed[0]) instanceof Lookup.Found(RegisterMap map))) {
      throw new IllegalArgumentException("no model " + typed[0]);
    }
    Duration step = interval.compareTo(VirtualHeatPump.STEP) < 0 ? VirtualHeatPump.STEP : interval;
    VirtualHeatPump pump = VirtualHeatPump.atWork(SEED, Drive.INVERTER, from);
    Panel panel = new Panel(map, pump);
    List<Register> registers =
        typed.length > 5
            ? fitted(panel).stream().limit(Long.parseLong(typed[5])).toList()
            : fitted(panel).stream().filter(each -> hasMetric(map, each)).toList();
    try (BufferedWriter out = Files.newBufferedWriter(Path.of(typed[4]))) {
      for (long poll = 0; poll < polls; poll++) {
        pump.advanceTo(from.plus(step.multipliedBy(poll)));
        out.write(line(panel, registers, from.plus(interval.multipliedBy(poll))));
      }
    }
  }

  /** What the pump has, registers with metrics first. */
  private static List<Register> fitted(Panel panel) {
    Moment now = new Moment(panel.pump().now(), Duration.ZERO);
    RegisterMap map = panel.map();
    return map.registers().stream()
        .filter(register -> panel.sample(register, now) instanceof Reading)
        .sorted(Comparator.comparing(register -> !hasMetric(map, register)))
        .toList();
  }

  private static boolean hasMetric(RegisterMap map, Register register) {
    return map.metricOf(register.id()).isPresent();
  }

  private static String line(Panel panel, List<Register> registers, Instant at) {
    StringBuilder line = new StringBuilder("pump ");
    Moment moment = new Moment(at, Duration.ofSeconds(at.getEpochSecond()));
    for (Register register : registers) {
      if (panel.sample(register, moment) instanceof Reading reading) {
        line.append(register.id().name()).append('=').append(reading.raw()).append("i,");
      }
    }
    line.setCharAt(line.length() - 1, ' ');
    return line.append(at.getEpochSecond()).append('\n').toString();
  }
}
