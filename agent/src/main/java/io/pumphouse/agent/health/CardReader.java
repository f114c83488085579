package io.pumphouse.agent.health;

import io.pumphouse.web.model.Wear.Disk;
import io.pumphouse.web.model.Wear.Life;
import io.pumphouse.web.model.Wear.Written;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What the kernel tells of the disk under the data folder. Immutable. */
final class CardReader {
  /** The unit of {@code stat} and {@code size} in sysfs, whatever the disk's own sectors are. */
  private static final int SECTOR = 512;

  /** Kernel documentation, block/stat: the seventh field. */
  private static final int SECTORS_WRITTEN = 6;

  private final Path data;
  private final Path proc;
  private final Path sys;

  /**
   * @param data the data folder
   * @param proc {@code /proc}
   * @param sys {@code /sys}
   */
  CardReader(Path data, Path proc, Path sys) {
    this.data = data;
    this.proc = proc;
    this.sys = sys;
  }

  Disk disk() {
    Optional<Mount> mount = Mount.of(real(data), KernelFile.lines(proc.resolve("self/mountinfo")));
    return mount.map(this::disk).orElse(new Disk.Unseen("the kernel tells no mounts"));
  }

  private Disk disk(Mount mount) {
    return switch (mount.type()) {
      case "tmpfs", "ramfs" ->
          new Disk.Unseen("it lies in memory (" + mount.type() + ") and is lost at power off");
      case "overlay" -> new Disk.Unseen("it lies in an overlay, which may be lost at power off");
      default -> device(mount);
    };
  }

  private Disk device(Mount mount) {
    Path byNumber = real(sys.resolve("dev/block").resolve(mount.device()));
    Path bySource = real(sys.resolve("class/block").resolve(fileName(mount.source())));
    Path found = Files.isDirectory(byNumber) ? byNumber : bySource;
    Path disk = Files.exists(found.resolve("partition")) ? found.resolveSibling(".") : found;
    OptionalLong sectors = KernelFile.number(disk.resolve("size"));
    return sectors.isPresent()
        ? new Disk.Device(fileName(disk.normalize().toString()), sectors.getAsLong() * SECTOR)
        : new Disk.Unseen(mount.source() + " (" + mount.type() + ") is no disk of this machine");
  }

  /** Since the machine started, by everybody. */
  Written toDisk(Disk disk) {
    return switch (disk) {
      case Disk.Unseen(String why) -> new Written.Uncounted(why);
      case Disk.Device(String name, _) ->
          KernelFile.line(block(name).resolve("stat"))
              .map(line -> line.split("\\s+"))
              .filter(fields -> fields.length > SECTORS_WRITTEN)
              .map(fields -> written(KernelFile.number(fields[SECTORS_WRITTEN], 10), SECTOR))
              .orElse(new Written.Uncounted("no counters of " + name));
    };
  }

  /** Since the agent started, by it alone; what was deleted before it reached the disk is off. */
  Written byAgent() {
    Path io = proc.resolve("self/io");
    OptionalLong written = KernelFile.field(io, "write_bytes");
    long cancelled = KernelFile.field(io, "cancelled_write_bytes").orElse(0);
    return written.isPresent()
        ? new Written.Bytes(Math.max(0, written.getAsLong() - cancelled))
        : new Written.Uncounted("the kernel does not tell what this process writes");
  }

  /** What the disk says of itself, see eMMC 5.0 (JESD84-B50), EXT_CSD 267 to 269. */
  Optional<Life> told(Disk disk) {
    return disk instanceof Disk.Device(String name, _)
        ? KernelFile.line(block(name).resolve("device/life_time"))
            .flatMap(line -> told(line, block(name)))
        : Optional.empty();
  }

  private static Optional<Life> told(String lifeTime, Path block) {
    long most = 0;
    for (String part : List.of(lifeTime.replace("0x", "").split(" "))) {
      most = Math.max(most, KernelFile.number(part, 16).orElse(0));
    }
    boolean isNearEnd =
        KernelFile.line(block.resolve("device/pre_eol_info"))
            .map(line -> KernelFile.number(line.replace("0x", ""), 16).orElse(0) > 1)
            .orElse(false);
    return most == 0
        ? Optional.empty() // the disk knows no estimate
        : Optional.of(new Life.Told((int) most * 10, isNearEnd));
  }

  /** In bytes; what is left where the disk cannot be asked is 0. */
  long freeBytes() {
    try {
      return Files.getFileStore(real(data)).getUsableSpace();
    } catch (IOException _) {
      return 0; // no such folder yet: there is no room in it either
    }
  }

  private Path block(String name) {
    return sys.resolve("block").resolve(name);
  }

  private static Written written(OptionalLong count, int unit) {
    return count.isPresent()
        ? new Written.Bytes(count.getAsLong() * unit)
        : new Written.Uncounted("the counter is no number");
  }

  private static String fileName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException _) {
      return path.toAbsolutePath().normalize(); // not there yet
    }
  }
}
