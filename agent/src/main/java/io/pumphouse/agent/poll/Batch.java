package io.pumphouse.agent.poll;

import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.Sample;
import java.util.List;

/**
 * What one poll of one pump gave.
 *
 * @param pump who was asked
 * @param samples one per register asked for, never empty
 */
public record Batch(PumpId pump, List<Sample> samples) {
  public Batch {
    samples = List.copyOf(samples);
  }
}
