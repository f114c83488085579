package io.pumphouse.agent.backup.tool;

import io.pumphouse.web.model.JobType;
import io.pumphouse.web.model.JobType.Copying;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The argument arrays of rsync; no shell ever sees them. Where the destination is a folder of this
 * machine, rsync is to stand in it, so that nothing is written under a mount point whose medium
 * went away. Immutable.
 *
 * @param job what to copy
 * @param isPlain whether the destination keeps neither owners nor modes nor links, and times to two
 *     seconds only, as FAT
 */
public record RsyncLine(JobType.Rsync job, boolean isPlain) {
  /** Where files of this machine grow; what lies there when no rsync runs is of one killed. */
  public static final String GROWING = ".pumphouse-tmp";

  private static final int KIB = 1024;

  private static final Duration SILENCE = Duration.ofMinutes(1);

  /** While one side reads a large file to compare it, the other hears nothing. */
  private static final Duration COMPARING = Duration.ofMinutes(15);

  private static final List<String> PLAIN =
      List.of(
          "--no-perms",
          "--no-owner",
          "--no-group",
          "--no-links",
          "--no-devices",
          "--no-specials",
          "--modify-window=1");

  /**
   * A copy.
   *
   * @param bandwidth bytes per second, 0 for no limit
   * @param isAgain whether an earlier attempt left parts, which a local copy would throw away
   */
  public List<String> copy(long bandwidth, boolean isAgain) {
    List<String> all = head(SILENCE);
    all.addAll(List.of("--info=progress2", "--outbuf=L", "--partial-dir=.rsync-partial"));
    all.addAll(isHere() ? List.of("--temp-dir=" + GROWING) : List.of());
    all.addAll(isAgain ? List.of("--no-whole-file") : List.of());
    if (bandwidth > 0) {
      all.add("--bwlimit=" + Math.max(1, bandwidth / KIB));
    }
    return tail(all, isHere() ? "./" : job.destination());
  }

  /** What a copy would do. */
  public List<String> dryRun() {
    List<String> all = head(SILENCE);
    all.addAll(List.of("--dry-run", "--stats"));
    return tail(all, job.destination());
  }

  /** A copy of nothing that reads both sides, and names what is equal and what is not. */
  public List<String> compare() {
    List<String> all = head(COMPARING);
    all.addAll(
        List.of(
            "--dry-run",
            "--checksum",
            "--itemize-changes",
            "--itemize-changes",
            "--out-format=%i %n"));
    return tail(all, isHere() ? "./" : job.destination());
  }

  private List<String> head(Duration silence) {
    List<String> all =
        new ArrayList<>(List.of("rsync", "-a", "-8", "--no-h", "--no-inc-recursive"));
    if (!isHere() || Place.of(job.source()) instanceof Place.Elsewhere) {
      all.add("--timeout=" + silence.toSeconds());
    }
    all.addAll(isPlain ? PLAIN : List.of());
    all.addAll(job.how().isMirror() ? List.of("--delete-after") : List.of());
    if (!job.how().passwordFile().isEmpty()) {
      all.add("--password-file=" + job.how().passwordFile());
    }
    if (!isDaemon(job.source()) && !isDaemon(job.destination())) {
      all.add("--rsh=" + ssh(job.how())); // with a daemon it would mean one behind ssh
    }
    return all;
  }

  private boolean isHere() {
    return Place.of(job.destination()) instanceof Place.Folder;
  }

  private static boolean isDaemon(String place) {
    return place.startsWith("rsync://") || place.matches("[^/:]+::.*");
  }

  /** Names of files only: what is in them is never in the process list. */
  private static String ssh(Copying how) {
    StringBuilder ssh =
        new StringBuilder("ssh -oBatchMode=yes -oConnectTimeout=20 -oServerAliveInterval=15");
    if (how.sshPort() > 0) {
      ssh.append(" -p ").append(how.sshPort());
    }
    if (!how.sshIdentity().isEmpty()) {
      ssh.append(" -oIdentitiesOnly=yes -i ").append(how.sshIdentity());
    }
    if (!how.sshKnownHosts().isEmpty()) {
      ssh.append(" -oStrictHostKeyChecking=yes -oUserKnownHostsFile=").append(how.sshKnownHosts());
    }
    return ssh.toString();
  }

  private List<String> tail(List<String> all, String destination) {
    all.addAll(job.how().flags());
    all.addAll(List.of("--exclude=.pumphouse-destination", "--exclude=/" + GROWING));
    all.addAll(List.of("--", withSlash(job.source()), withSlash(destination)));
    return List.copyOf(all);
  }

  /** The content of the folder, not the folder itself, as rclone does it. */
  private static String withSlash(String place) {
    return place.endsWith("/") || place.endsWith(":") ? place : place + "/";
  }
}
