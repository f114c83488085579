package io.pumphouse.hal.reading;

import java.util.List;
import java.util.Map;

/**
 * How a line serves one unit on it, since the agent started.
 *
 * @param asked questions put to the unit
 * @param signs how they ended, and what else was heard of the unit
 * @param refusals how often it refused, by exception code
 * @param bytesSent to this unit
 * @param bytesHeard in answer
 * @param latency how long its answers took
 * @param overheard what was heard on the line while nothing was asked, whoever it was
 * @param reopened how often the line was opened again
 * @param load share of the last minute in which the line was in use, by any unit, 0 to 1
 * @param advice what the faults of the last hour point to; empty on a healthy line
 */
public record LineReport(
    long asked,
    Signs signs,
    Map<Integer, Long> refusals,
    long bytesSent,
    long bytesHeard,
    Latency latency,
    Signs overheard,
    long reopened,
    double load,
    List<Advice> advice) {
  public LineReport {
    refusals = Map.copyOf(refusals);
    advice = List.copyOf(advice);
  }
}
