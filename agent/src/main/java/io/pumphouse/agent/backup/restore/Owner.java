package io.pumphouse.agent.backup.restore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;

/** Whoever restores is often root, and the agent, which goes on with it, is not. Stateless. */
final class Owner {
  private Owner() {}

  /** Gives a file or folder to whom the agent's folder belongs. */
  static void give(Path file, Path data) throws IOException {
    PosixFileAttributes folder = Files.readAttributes(data, PosixFileAttributes.class);
    PosixFileAttributeView view =
        Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    if (!view.readAttributes().owner().equals(folder.owner())) {
      view.setOwner(folder.owner());
      view.setGroup(folder.group());
    }
  }
}
