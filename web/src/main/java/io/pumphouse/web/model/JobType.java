package io.pumphouse.web.model;

import java.util.List;

/** What a backup job does. Immutable. */
public sealed interface JobType {
  /** Where the copy goes: a folder, {@code host:folder}, {@code rsync://…} or {@code remote:…}. */
  String destination();

  /** The word in {@code jobs.yaml}. */
  default String word() {
    return switch (this) {
      case Snapshot _ -> "snapshot";
      case Rsync _ -> "rsync";
      case Rclone _ -> "rclone";
      case Drill _ -> "drill";
    };
  }

  /** This agent's own data, each time into files of its own. */
  record Snapshot(String destination) implements JobType {}

  /** A tree kept equal by rsync: within this machine, over ssh, or to a daemon. */
  record Rsync(String source, String destination, Copying how) implements JobType {}

  /** A tree kept equal by rclone, on anything that rclone reaches. */
  record Rclone(String source, String destination, Copying how) implements JobType {}

  /**
   * No copy, but a trial: the newest snapshot in that folder is read back, opened and compared with
   * its manifest.
   */
  record Drill(String destination) implements JobType {}

  /**
   * How a tree is copied. Texts are empty where nothing was said.
   *
   * @param isMirror whether what is gone from the source is deleted at the destination
   * @param isVerified whether everything is read again and compared; rclone always does
   * @param isMove whether what was compared and found equal is then deleted at the source
   * @param flags further arguments of the tool, each of them allowed
   * @param sshPort 0 for ssh's own choice
   * @param sshIdentity a key file
   * @param sshKnownHosts the file with the key of the other machine
   * @param passwordFile the password for an rsync daemon, mode 0600
   * @param rcloneConfig rclone's configuration with its remotes, mode 0600
   */
  record Copying(
      boolean isMirror,
      boolean isVerified,
      boolean isMove,
      List<String> flags,
      int sshPort,
      String sshIdentity,
      String sshKnownHosts,
      String passwordFile,
      String rcloneConfig) {
    public Copying {
      flags = List.copyOf(flags);
    }
  }
}
