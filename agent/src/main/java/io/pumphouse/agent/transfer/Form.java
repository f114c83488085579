package io.pumphouse.agent.transfer;

import io.pumphouse.hal.reading.Sample;

/** A way of writing samples as lines. */
interface Form {
  /** What stands before the first line. */
  default String head() {
    return "";
  }

  /** One sample with its line end; empty where this form has no words for it. */
  String line(Sample sample);
}
