package io.pumphouse.web.model;

import java.util.List;

/** Who is told of backup runs, elsewhere. Thread-safe; reads the disk. */
public interface Notices {
  /** Whom the file of notices names, as it stands now. */
  NoticeList list();

  /**
   * Sends a trial to each receiver, to all at once; waits for their answers, at most a quarter of a
   * minute, so ask on a thread that may wait.
   */
  List<JobAnswer> test();
}
