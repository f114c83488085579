package io.pumphouse.agent.store;

import io.pumphouse.hal.reading.Sample;

/** Looks at samples one by one. */
@FunctionalInterface
public interface Visitor {
  /** The next one, no earlier than the one before by the wall clock. */
  void sample(Sample sample);
}
