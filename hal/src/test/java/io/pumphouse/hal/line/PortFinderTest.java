package io.pumphouse.hal.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumphouse.hal.line.Line.Broken;
import io.pumphouse.hal.line.PortFinder.At;
import io.pumphouse.hal.line.PortFinder.Nowhere;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortFinderTest {
  @TempDir private Path kernel;
  private PortFinder finder;

  @BeforeEach
  void look() throws IOException {
    finder = new PortFinder(kernel.resolve("tty"), Path.of("/dev"));
    FakeUsb.port(kernel, kernel.resolve("devices/platform/serial8250"), "ttyS0");
    Files.createDirectories(kernel.resolve("tty/console"));
  }

  private Broken nowhere(String port) {
    assertThat(finder.find(port)).isInstanceOf(Nowhere.class);
    return ((Nowhere) finder.find(port)).why();
  }

  @Test
  void anAdapterIsFoundByItsNumbers() throws IOException {
    FakeUsb.plugIn(kernel, "1-1.2", "0403", "6001", "A50285BI", "ttyUSB0");
    FakeUsb.plugIn(kernel, "1-1.3", "1a86", "7523", "", "ttyUSB1");

    assertThat(finder.find("usb:0403:6001")).isEqualTo(new At(Path.of("/dev/ttyUSB0")));
    assertThat(finder.find("usb:1A86:7523")).isEqualTo(new At(Path.of("/dev/ttyUSB1")));
  }

  @Test
  void aModemPortStandsDirectlyOnItsInterface() throws IOException {
    FakeUsb.plugIn(kernel, "1-1.2", "2341", "0043", "", "elsewhere");
    FakeUsb.pullOut(kernel, "elsewhere");
    FakeUsb.port(kernel, kernel.resolve("devices/1-1.2/1-1.2:1.0"), "ttyACM0");

    assertThat(finder.find("usb:2341:0043")).isEqualTo(new At(Path.of("/dev/ttyACM0")));
  }

  @Test
  void theSerialNumberTellsTwinsApart() throws IOException {
    FakeUsb.plugIn(kernel, "1-1.2", "0403", "6001", "A1", "ttyUSB0");
    FakeUsb.plugIn(kernel, "1-1.3", "0403", "6001", "B:2", "ttyUSB1");

    assertThat(finder.find("usb:0403:6001:B:2")).isEqualTo(new At(Path.of("/dev/ttyUSB1")));
    assertThat(nowhere("usb:0403:6001"))
        .isEqualTo(
            new Broken(
                "usb:0403:6001: 2 ports answer to this: /dev/ttyUSB0 = usb:0403:6001:A1,"
                    + " /dev/ttyUSB1 = usb:0403:6001:B:2",
                "add the serial number of the one that is meant"));
  }

  @Test
  void twinsWithoutASerialNumberAreToldApartByTheirSockets() throws IOException {
    FakeUsb.plugIn(kernel, "1-1.2", "1a86", "7523", "", "ttyUSB0");
    FakeUsb.plugIn(kernel, "1-1.3", "1a86", "7523", "", "ttyUSB1");

    assertThat(nowhere("usb:1a86:7523").next()).contains("/dev/serial/by-path");
  }

  @Test
  void aMissingAdapterIsToldWithThoseThatAreThere() throws IOException {
    assertThat(nowhere("usb:0403:6001").cause())
        .isEqualTo("usb:0403:6001: no such adapter, nor any other");
    FakeUsb.plugIn(kernel, "1-1.3", "1a86", "7523", "", "ttyUSB1");

    assertThat(nowhere("usb:0403:6001"))
        .isEqualTo(
            new Broken(
                "usb:0403:6001: no such adapter; there is /dev/ttyUSB1 = usb:1a86:7523",
                "plug the adapter in, or name one of these"));
  }

  @Test
  void aMachineWithoutSuchAFolderHasNoAdapters() {
    finder = new PortFinder(kernel.resolve("nothing"), Path.of("/dev"));

    assertThat(nowhere("usb:0403:6001").cause()).contains("no such adapter");
  }

  @Test
  void aStableNameIsFollowedToItsFile() throws IOException {
    Path port = Files.createFile(kernel.resolve("ttyUSB7"));
    Path link = Files.createSymbolicLink(kernel.resolve("by-id"), port);

    assertThat(finder.find(link.toString())).isEqualTo(new At(port.toRealPath()));
  }

  @Test
  void aStableNameWhoseAdapterIsGoneIsNoPort() throws IOException {
    Path link = Files.createSymbolicLink(kernel.resolve("by-id"), kernel.resolve("ttyUSB7"));

    assertThat(nowhere(link.toString()).cause()).isEqualTo(link + ": no such port");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"usb:0403", "usb:403:6001", "usb:0403:6001:", "USB:0403:6001", "usb:0403:600G"})
  void whatHasNotTheShapeIsNoAdapter(String text) {
    assertThat(UsbName.of(text)).isEmpty();
  }
}
