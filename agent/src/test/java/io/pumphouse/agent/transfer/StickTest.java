package io.pumphouse.agent.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What counts as a stick. */
final class StickTest {
  @TempDir private Path folder;

  @Test
  void aStickIsADeviceMountedWhereSticksAreAndWritable() throws IOException {
    Path mounts = folder.resolve("mounts");
    Files.writeString(
        mounts,
        """
        /dev/mmcblk0p2 / ext4 rw,noatime 0 0
        /dev/sda1 /media/pi/MY\\040STICK vfat rw,nosuid 0 0
        /dev/sdb1 /mnt ext4 ro,noatime 0 0
        tmpfs /media/ram tmpfs rw 0 0
        /dev/sdc1 /srv ext4 rw 0 0
        nonsense
        """);
    assertThat(new MountedSticks(mounts).mounted()).containsExactly(Path.of("/media/pi/MY STICK"));
    assertThat(new MountedSticks(folder.resolve("none")).mounted()).isEmpty();
  }
}
