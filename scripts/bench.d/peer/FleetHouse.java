import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.reading.Metric;
import io.pumphouse.hal.reading.Moment;
import io.pumphouse.hal.reading.Pace;
import io.pumphouse.hal.reading.Reading;
import io.pumphouse.hal.reading.Register;
import io.pumphouse.hal.reading.Sample;
import io.pumphouse.hal.sim.Drive;
import io.pumphouse.hal.sim.Panel;
import io.pumphouse.hal.sim.VirtualHeatPump;
import io.pumphouse.web.model.LiveReading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A pump of the fleet, and what it said last. Confined to one thread while it is polled. */
final class FleetHouse {
  static final Duration POLL = Duration.ofSeconds(5);

  final RegisterMap map;
  private final Panel panel;
  final Map<Register, Reading> latest = new LinkedHashMap<>();
  List<Sample> polled = List.of();

  FleetHouse(RegisterMap map, int seed, Instant begin) {
    this.map = map;
    this.panel = new Panel(map, VirtualHeatPump.atWork(seed, Drive.INVERTER, begin));
  }

  /** Each metric at its pace, as the agent asks. */
  void poll(long poll, Moment now) {
    panel.pump().advanceTo(panel.pump().now().plus(VirtualHeatPump.STEP));
    List<Sample> samples = new ArrayList<>();
    for (Metric metric : map.metrics().keySet()) {
      if (metric.pace() != Pace.ON_DEMAND && poll % metric.pace().polls() == 0) {
        Register register = map.find(metric).orElseThrow();
        if (panel.sample(register, now) instanceof Reading reading) {
          samples.add(reading);
          latest.put(register, reading);
        }
      }
    }
    polled = samples;
  }

  LiveReading live(Register register, Reading reading, Moment now) {
    Metric metric = map.metricOf(register.id()).orElseThrow();
    return new LiveReading(
        metric.key(),
        metric.label(),
        metric.group(),
        register,
        reading,
        "",
        reading.takenAt().ageAt(now),
        POLL.multipliedBy(metric.pace().polls()));
  }
}
