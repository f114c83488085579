package io.pumphouse.agent.poll;

import io.pumphouse.hal.pump.AlarmLog;
import io.pumphouse.hal.pump.Link;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.Sample;
import java.time.Duration;
import java.util.List;

/**
 * What one request to one pump gave.
 *
 * @param pump who was asked
 * @param link how the line was afterwards
 * @param round how long the pump's last whole round of requests took; zero before the first
 * @param stretch by how much longer than wished for the intervals are, because the line has no time
 *     for more; 1 when it has
 * @param samples one per register asked for; without those that the pump refused together, which
 *     are asked again in smaller requests
 * @param isLast whether nothing of this round is still to be asked
 * @param log what the pump says about its past alarms, if this was the time to ask
 */
public record Batch(
    PumpId pump,
    Link link,
    Duration round,
    double stretch,
    List<Sample> samples,
    boolean isLast,
    AlarmLog log) {
  public Batch {
    samples = List.copyOf(samples);
  }

  /** A batch from a line that has time for everything. */
  public Batch(
      PumpId pump, Link link, Duration round, List<Sample> samples, boolean isLast, AlarmLog log) {
    this(pump, link, round, 1, samples, isLast, log);
  }

  /** The same, with which nobody asked for the log. */
  public Batch(PumpId pump, Link link, Duration round, List<Sample> samples, boolean isLast) {
    this(pump, link, round, samples, isLast, new AlarmLog.Unread());
  }
}
