package io.pumphouse.web.model;

/**
 * How far a run is; {@value #UNKNOWN} stands for what is not known. Immutable.
 *
 * @param percent from 0 to 100, never smaller than before; 100 only once the run succeeded
 * @param bytes copied in this run
 * @param totalBytes to copy in this run
 * @param speed bytes per second, smoothed
 * @param etaSeconds how long it probably still takes
 */
public record JobProgress(int percent, long bytes, long totalBytes, long speed, long etaSeconds) {
  /** Not known. */
  public static final int UNKNOWN = -1;

  /** Nothing is known yet. */
  public static final JobProgress NONE = new JobProgress(UNKNOWN, 0, UNKNOWN, UNKNOWN, UNKNOWN);
}
