package io.pumphouse.hal.line;

import io.pumphouse.hal.line.Line.Broken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/**
 * Whose a device file is, for somebody who may not open it. Immutable.
 *
 * @param group the file's group; empty if nobody knows
 * @param isForGroup whether its members may read and write it
 */
record PortOwner(String group, boolean isForGroup) {
  private static final Set<PosixFilePermission> BOTH =
      Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.GROUP_WRITE);

  static PortOwner of(Path device) {
    try {
      PosixFileAttributes file = Files.readAttributes(device, PosixFileAttributes.class);
      return new PortOwner(file.group().getName(), file.permissions().containsAll(BOTH));
    } catch (IOException _) {
      return new PortOwner("", false); // went meanwhile; that there was no permission is known
    }
  }

  /** To be a member of root's group is no advice. */
  Broken noPermission(String path) {
    String user = System.getProperty("user.name", "the user");
    return isForGroup && !group.equals("root")
        ? new Broken(
            path + ": no permission, " + user + " is not in its group " + group,
            "sudo usermod -aG %s %s, then log in anew, or restart the service"
                .formatted(group, user))
        : new Broken(
            path + ": no permission, it is for no group that " + user + " could join",
            "name another port, or have a udev rule give it GROUP=\"dialout\" and MODE=\"0660\"");
  }
}
