package io.pumphouse.web.model;

/**
 * What lies on the media that snapshots go to. Thread-safe; everything here reads or writes a
 * medium, which may be slow: ask on a thread that may wait.
 */
public interface Media {
  /** What the next good run of this job would delete, and what it would keep, and why. */
  RetentionPreview retentionPreview(String job);
}
