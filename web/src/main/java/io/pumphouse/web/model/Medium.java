package io.pumphouse.web.model;

import java.util.List;

/**
 * A place that snapshots go to, and what lies there. Immutable.
 *
 * @param id names it in addresses: the id of the first job that writes there
 * @param folder where it is mounted, or will be
 * @param jobs the ids of all jobs that write there
 * @param isThere whether it can be looked at now
 * @param isRemovable whether it is no part of the disk this machine runs from, and can be ejected
 * @param trouble what is wrong with it; empty if nothing is
 * @param next what to do about it
 * @param size of its file system, in bytes; 0 while it is not there
 * @param free of it, in bytes
 * @param backups newest first; none while it is not there
 */
public record Medium(
    String id,
    String folder,
    List<String> jobs,
    boolean isThere,
    boolean isRemovable,
    String trouble,
    String next,
    long size,
    long free,
    List<StoredBackup> backups) {
  public Medium {
    jobs = List.copyOf(jobs);
    backups = List.copyOf(backups);
  }
}
