package io.pumphouse.web.model;

import java.util.List;

/** Who is told of backup runs, elsewhere. Thread-safe. */
public interface Notices {
  /** Sends a trial to each receiver; waits for their answers, so ask on a thread that may wait. */
  List<JobAnswer> test();
}
