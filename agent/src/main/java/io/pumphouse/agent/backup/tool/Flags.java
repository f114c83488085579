package io.pumphouse.agent.backup.tool;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The further arguments that a job may give its tool: those that change what is copied, none that
 * runs a program, writes elsewhere, or makes a part look like a whole. Pure.
 */
public final class Flags {
  private static final Set<String> RSYNC =
      Set.of(
          "--checksum",
          "--compress",
          "--hard-links",
          "--acls",
          "--xattrs",
          "--one-file-system",
          "--exclude",
          "--include",
          "--max-size",
          "--min-size",
          "--max-delete",
          "--modify-window",
          "--no-perms",
          "--no-owner",
          "--no-group",
          "--no-links",
          "--copy-links",
          "--safe-links",
          "--numeric-ids",
          "--sparse",
          "--fsync",
          "--contimeout",
          "--prune-empty-dirs",
          "--whole-file");
  private static final Set<String> RCLONE =
      Set.of(
          "--checksum",
          "--exclude",
          "--include",
          "--max-size",
          "--min-size",
          "--max-age",
          "--min-age",
          "--max-transfer",
          "--max-duration",
          "--max-delete",
          "--modify-window",
          "--one-file-system",
          "--copy-links",
          "--skip-links",
          "--links",
          "--fast-list",
          "--transfers",
          "--checkers",
          "--buffer-size",
          "--tpslimit",
          "--create-empty-src-dirs");

  private Flags() {}

  /** The first that rsync is not given. */
  public static Optional<String> refusedByRsync(List<String> flags) {
    return refused(flags, RSYNC);
  }

  /** The first that rclone is not given. */
  public static Optional<String> refusedByRclone(List<String> flags) {
    return refused(flags, RCLONE);
  }

  /** What may be given instead. */
  public static String accepted(boolean isRsync) {
    return "--name or --name=value of "
        + String.join(" ", (isRsync ? RSYNC : RCLONE).stream().sorted().toList());
  }

  private static Optional<String> refused(List<String> flags, Set<String> allowed) {
    return flags.stream().filter(flag -> !allowed.contains(flag.split("=", 2)[0])).findFirst();
  }
}
