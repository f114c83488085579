package io.pumphouse.agent.poll;

import io.pumphouse.hal.pump.Written;
import io.pumphouse.hal.reading.Sample;

/**
 * What became of a write.
 *
 * @param before what the register said just before; invalid where it was not asked or did not say
 * @param written how the write ended
 */
public record Changed(Sample before, Written written) {}
