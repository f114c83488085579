package io.pumphouse.agent.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.line.FakeTime;
import io.pumphouse.web.model.Days;
import io.pumphouse.web.model.Vitals;
import io.pumphouse.web.model.Vitals.Figure;
import io.pumphouse.web.model.Vitals.Power;
import java.nio.file.Path;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VitalsTest {
  private static final String THROTTLED = "sys/devices/platform/soc/soc:firmware/get_throttled";

  @TempDir Path folder;
  private Kernel kernel;

  @BeforeEach
  void pi() throws Exception {
    kernel = new Kernel(folder);
    kernel.write("proc/stat", "cpu  100 0 50 800 50 0 0 0 40 0\ncpu0 1 2 3 4 5");
    kernel.write("proc/meminfo", "MemTotal:  926532 kB\nMemFree: 1 kB\nMemAvailable: 319488 kB");
    kernel.write("sys/class/thermal/thermal_zone0/temp", "48312");
  }

  @Test
  void oneLineSaysHowThePiFares() throws Exception {
    kernel.write(THROTTLED, "0");

    assertThat(MachineWords.machine(reader().look()).cause())
        .isEqualTo("processor 15 % busy, 312 MiB of memory free of 905 MiB, 48.3 °C, voltage well");
  }

  @Test
  void shareOfTheProcessorIsThatSinceTheLastLook() throws Exception {
    VitalsReader reader = reader();
    reader.look();
    kernel.write("proc/stat", "cpu  130 0 60 850 60 0 0 0 70 0");

    assertThat(reader.look().cpu()).isEqualTo(new Figure.Known(0.4));
  }

  @Test
  void lowVoltageIsToldNowAndAfterwards() throws Exception {
    kernel.write(THROTTLED, "50005");
    Vitals low = reader().look();
    assertThat(low.power()).isEqualTo(Power.LOW);
    assertThat(MachineWords.machine(low).next()).contains("power supply");

    kernel.write(THROTTLED, "0x50000");
    Vitals after = reader().look();
    assertThat(after.power()).isEqualTo(Power.WAS_LOW);
    assertThat(MachineWords.machine(after).isWell()).isTrue();
  }

  @Test
  void monitorOfTheVoltageIsAskedWhereTheFirmwareIsNot() throws Exception {
    kernel.write("sys/class/hwmon/hwmon0/name", "cpu_thermal");
    kernel.write("sys/class/hwmon/hwmon1/name", "rpi_volt");
    kernel.write("sys/class/hwmon/hwmon1/in0_lcrit_alarm", "1");
    assertThat(reader().look().power()).isEqualTo(Power.LOW);

    kernel.write("sys/class/hwmon/hwmon1/in0_lcrit_alarm", "0");
    assertThat(reader().look().power()).isEqualTo(Power.WELL);
  }

  @Test
  void heatIsToldWithWhatToDo() throws Exception {
    kernel.write("sys/class/thermal/thermal_zone0/temp", "80000");

    assertThat(MachineWords.machine(reader().look()).next()).contains("more air");
  }

  @Test
  void machineThatTellsNothingIsWell() {
    Path nowhere = folder.resolve("nowhere");

    assertThat(MachineWords.machine(new VitalsReader(nowhere, nowhere).look()).cause())
        .isEqualTo(
            "processor not watched, memory not watched, temperature not watched, voltage not"
                + " watched");
  }

  @Test
  void watchShowsWhatItSawLast() throws Exception {
    FakeTime time = new FakeTime();
    try (MachineWatch watch =
        new MachineWatch(
            folder,
            new Days(ZoneOffset.UTC),
            new WrittenDown(),
            time,
            kernel.proc(),
            kernel.sys())) {
      kernel.write("sys/class/thermal/thermal_zone0/temp", "50000");
      assertThat(watch.vitals().celsius()).isEqualTo(new Figure.Known(48.312));

      watch.look();

      assertThat(watch.vitals().celsius()).isEqualTo(new Figure.Known(50));
      assertThat(watch.checks())
          .extracting(check -> check.name())
          .containsExactly("disk", "machine");
    }
  }

  @Test
  void thisMachineTellsItsMemory() {
    Vitals here = new VitalsReader(Path.of("/proc"), Path.of("/sys")).look();

    assertThat(here.memoryTotal()).isInstanceOf(Figure.Known.class);
    assertThat(here.cpu()).isInstanceOf(Figure.Known.class);
  }

  private VitalsReader reader() {
    return new VitalsReader(kernel.proc(), kernel.sys());
  }
}
