package io.pumphouse.agent.health;

import io.pumphouse.web.model.Vitals;
import io.pumphouse.web.model.Vitals.Figure;
import io.pumphouse.web.model.Vitals.Power;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/** How the machine fares, from the kernel's files. Confined to one thread. */
final class VitalsReader {
  /** Bits of get_throttled, see the Raspberry Pi documentation of vcgencmd. */
  private static final long LOW_NOW = 1;

  private static final long LOW_ONCE = 1 << 16;

  /** Of a line such as {@code cpu user nice system idle iowait …}, see proc(5). */
  private static final int IDLE = 4;

  private static final int IOWAIT = 5;

  /** What follows is counted in user and nice already. */
  private static final int GUEST = 9;

  private static final double MILLI = 1_000;

  private final Path proc;
  private final Path sys;
  private Ticks before = new Ticks(0, 0);

  private record Ticks(long busy, long all) {}

  VitalsReader(Path proc, Path sys) {
    this.proc = proc;
    this.sys = sys;
  }

  /** Looks now; the processor's share is that since the last look, at first since the start. */
  Vitals look() {
    Path memory = proc.resolve("meminfo");
    return new Vitals(
        cpu(),
        kibibytes(KernelFile.field(memory, "MemAvailable")),
        kibibytes(KernelFile.field(memory, "MemTotal")),
        celsius(),
        power());
  }

  private Figure cpu() {
    Ticks now =
        KernelFile.line(proc.resolve("stat")).map(VitalsReader::ticks).orElse(new Ticks(0, 0));
    long all = now.all() - before.all();
    long busy = now.busy() - before.busy();
    before = now;
    return all > 0 ? new Figure.Known(Math.clamp((double) busy / all, 0, 1)) : new Figure.Unknown();
  }

  private static Ticks ticks(String line) {
    String[] words = line.split("\\s+");
    long[] ticks =
        Arrays.stream(words)
            .limit(GUEST)
            .skip(1)
            .mapToLong(word -> KernelFile.number(word, 10).orElse(0))
            .toArray();
    long all = Arrays.stream(ticks).sum();
    return ticks.length < IOWAIT
        ? new Ticks(0, 0)
        : new Ticks(all - ticks[IDLE - 1] - ticks[IOWAIT - 1], all);
  }

  private static Figure kibibytes(OptionalLong number) {
    return number.isPresent()
        ? new Figure.Known(number.getAsLong() * 1024.0)
        : new Figure.Unknown();
  }

  private Figure celsius() {
    OptionalLong milli = KernelFile.number(sys.resolve("class/thermal/thermal_zone0/temp"));
    return milli.isPresent() ? new Figure.Known(milli.getAsLong() / MILLI) : new Figure.Unknown();
  }

  private Power power() {
    return KernelFile.line(sys.resolve("devices/platform/soc/soc:firmware/get_throttled"))
        .map(text -> KernelFile.number(text.replace("0x", ""), 16).orElse(0))
        .map(VitalsReader::power)
        .orElseGet(this::powerByMonitor);
  }

  private static Power power(long bits) {
    if ((bits & LOW_NOW) != 0) {
      return Power.LOW;
    }
    return (bits & LOW_ONCE) != 0 ? Power.WAS_LOW : Power.WELL;
  }

  /** Newer kernels: a hardware monitor, whose alarm stands while the voltage is low. */
  private Power powerByMonitor() {
    OptionalLong alarm =
        monitor()
            .map(folder -> KernelFile.number(folder.resolve("in0_lcrit_alarm")))
            .orElse(OptionalLong.empty());
    if (alarm.isEmpty()) {
      return Power.UNKNOWN;
    }
    return alarm.getAsLong() == 0 ? Power.WELL : Power.LOW;
  }

  private Optional<Path> monitor() {
    try (DirectoryStream<Path> all = Files.newDirectoryStream(sys.resolve("class/hwmon"))) {
      for (Path folder : all) {
        if (KernelFile.line(folder.resolve("name")).orElse("").equals("rpi_volt")) {
          return Optional.of(folder);
        }
      }
      return Optional.empty();
    } catch (IOException | DirectoryIteratorException _) {
      return Optional.empty(); // no monitors on this machine
    }
  }
}
