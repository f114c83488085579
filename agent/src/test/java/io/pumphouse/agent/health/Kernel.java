package io.pumphouse.agent.health;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The kernel's files of a Pi with a card, in a temporary folder. */
final class Kernel {
  private final Path root;

  Kernel(Path root) throws IOException {
    this.root = root;
    Path disk = path("sys/devices/mmcblk0");
    write("sys/devices/mmcblk0/size", "62333952");
    write("sys/devices/mmcblk0/mmcblk0p2/partition", "2");
    Files.createDirectories(path("sys/dev/block"));
    Files.createDirectories(path("sys/block"));
    Files.createSymbolicLink(path("sys/dev/block/179:2"), disk.resolve("mmcblk0p2"));
    Files.createSymbolicLink(path("sys/block/mmcblk0"), disk);
    mounted("27 1 179:2 / / rw,noatime shared:1 - ext4 /dev/mmcblk0p2 rw");
    sectorsWritten(1_000);
    agentWrote(4_096);
  }

  Path proc() {
    return path("proc");
  }

  Path sys() {
    return path("sys");
  }

  void mounted(String... lines) throws IOException {
    write("proc/self/mountinfo", String.join("\n", lines));
  }

  void sectorsWritten(long sectors) throws IOException {
    write("sys/devices/mmcblk0/stat", "  781 612 26888 486 372 337 " + sectors + " 117 0 12 65");
  }

  void agentWrote(long bytes) throws IOException {
    write(
        "proc/self/io",
        "rchar: 6\nwchar: 0\nwrite_bytes: " + bytes + "\ncancelled_write_bytes: 96");
  }

  void write(String name, String text) throws IOException {
    Files.createDirectories(path(name).resolveSibling(".").normalize());
    Files.writeString(path(name), text + "\n");
  }

  private Path path(String name) {
    return root.resolve(name);
  }
}
