package io.pumphouse.hal.line;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import io.pumphouse.hal.line.PortFinder.At;
import io.pumphouse.hal.line.PortFinder.Nowhere;
import io.pumphouse.hal.reading.TimeSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A serial port. Confined to the thread that owns the bus, which must be a platform thread (reading
 * is a native call), but for {@link #close}.
 *
 * <p>The driver waits in steps of 100 ms (termios VTIME) and returns at the first byte. So waiting
 * sleeps in the driver as long as a whole step fits, and looks every millisecond in the last part
 * of one: bytes are heard at once, and the time is never overrun by a step.
 */
public final class SerialLine implements Line {
  private static final int STEP_MILLIS = 100;
  private static final long STEP_NANOS = STEP_MILLIS * 1_000_000L;
  private static final long LOOK_NANOS = 1_000_000;
  private static final int LONGEST_READ = 4096;
  private static final Release RELEASE = new Release(Duration.ofSeconds(2));
  private static final Path PROCESSES = Path.of("/proc");

  private final Wiring.Serial wiring;
  private final TimeSource time;
  private final PortFinder ports;
  private final Rs485Driver driver;
  private volatile State state;

  /** A port that is not open yet. */
  public SerialLine(Wiring.Serial wiring, TimeSource time) {
    this(wiring, time, PortFinder.HERE);
  }

  SerialLine(Wiring.Serial wiring, TimeSource time, PortFinder ports) {
    this(wiring, time, ports, new KernelRs485());
  }

  SerialLine(Wiring.Serial wiring, TimeSource time, PortFinder ports, Rs485Driver driver) {
    this.wiring = wiring;
    this.time = time;
    this.ports = ports;
    this.driver = driver;
    this.state = new Closed(notOpen(wiring));
  }

  private sealed interface State {}

  private record Open(SerialPort port, CountDownLatch closing) implements State {}

  private record Closed(Broken why) implements State {}

  private static Broken notOpen(Wiring.Serial wiring) {
    return new Broken(wiring.path() + ": not open", "open the line first");
  }

  @Override
  public String name() {
    return wiring.path();
  }

  @Override
  public Opening open() {
    if (state instanceof Open) {
      return new Opened();
    }
    // The library takes a missing path for a port of the same name under /dev, so it is not asked.
    return switch (ports.find(wiring.path())) {
      case At(Path device) -> open(device);
      case Nowhere(Broken why) -> why;
    };
  }

  private Opening open(Path device) {
    try {
      return open(device, SerialPort.getCommPort(device.toString()));
    } catch (SerialPortInvalidPortException _) {
      return SerialTrouble.noSuchPort(wiring.path());
    }
  }

  private Opening open(Path device, SerialPort port) {
    int stopBits = wiring.stopBits() == 1 ? SerialPort.ONE_STOP_BIT : SerialPort.TWO_STOP_BITS;
    port.setComPortParameters(wiring.baud(), 8, stopBits, parity());
    port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, STEP_MILLIS, 0);
    // Else every open resets the RS-485 settings that the device tree made; and what the library
    // is told to set, it does not say when the driver refuses.
    port.disableRs485ModeControl();
    // What the port heard before it was ours is nobody's answer.
    port.flushIOBuffers();
    if (!port.openPort()) {
      return refused(device, port.getLastErrorCode());
    }
    return switch (turning(device)) {
      case Opened opened -> {
        state = new Open(port, new CountDownLatch(1));
        yield opened;
      }
      case Broken why -> {
        RELEASE.of(name(), port::closePort);
        yield why;
      }
    };
  }

  /** The library says 2 of a port that it has open, and passes on a driver's 2 (ENOENT). */
  private Broken refused(Path device, int errno) {
    if (SerialTrouble.isBusy(errno)) {
      return SerialTrouble.busy(name(), Holder.all(PROCESSES, device));
    }
    return errno == 2 && Holder.isThisProcess(PROCESSES, device)
        ? SerialTrouble.ours(name())
        : SerialTrouble.opening(wiring, device, errno);
  }

  /** Tells the driver who turns the bus around, if it is to be told. */
  private Opening turning(Path device) {
    if (!(wiring.rs485() instanceof Rs485.ByRts byRts)) {
      return new Opened();
    }
    Rs485Words wanted = Rs485Words.of(byRts);
    return switch (driver.tell(device, wanted)) {
      case Rs485Driver.Took(Rs485Words took) when took.agreeWith(wanted) -> new Opened();
      case Rs485Driver.Took(Rs485Words took) -> SerialTrouble.otherRs485(name(), wanted, took);
      case Rs485Driver.Refused(int errno) -> SerialTrouble.noRs485(name(), errno);
    };
  }

  private int parity() {
    return switch (wiring.parity()) {
      case NONE -> SerialPort.NO_PARITY;
      case EVEN -> SerialPort.EVEN_PARITY;
      case ODD -> SerialPort.ODD_PARITY;
    };
  }

  @Override
  public Sending send(Frame frame) {
    return switch (state) {
      case Closed(Broken why) -> why;
      case Open open -> {
        int written = open.port().writeBytes(frame.toBytes(), frame.length());
        yield written == frame.length()
            ? new Sent()
            : broken(SerialTrouble.notWritten(name(), written, frame.length()));
      }
    };
  }

  @Override
  public Heard hear(Duration atMost) {
    return switch (state) {
      case Closed(Broken why) -> why;
      case Open open -> hear(open, time.nanos(), atMost.toNanos());
    };
  }

  private Heard hear(Open open, long began, long atMost) {
    while (true) {
      long waited = time.nanos() - began;
      long left = atMost - waited;
      Heard heard = left < STEP_NANOS ? look(open.port()) : read(open.port());
      if (!(heard instanceof Silence) || left <= 0) {
        return heard;
      }
      if (isClosedWithin(open, Math.min(left, untilNextLook(waited)))) {
        return notOpen(wiring);
      }
    }
  }

  /** The longer nothing came, the less a moment matters: a pause costs few looks. */
  private static long untilNextLook(long waited) {
    return Math.clamp(waited / 8, LOOK_NANOS, 10 * LOOK_NANOS);
  }

  /** What is there already. */
  private Heard look(SerialPort port) {
    int there = port.bytesAvailable();
    return there == 0 ? new Silence() : there < 0 ? lost() : read(port);
  }

  /** Waits up to one step of the driver for the first byte. */
  private Heard read(SerialPort port) {
    byte[] bytes = new byte[LONGEST_READ];
    int count = port.readBytes(bytes, bytes.length);
    return count == 0 ? new Silence() : count < 0 ? lost() : new Bytes(Frame.of(bytes, count));
  }

  /** Also what keeps a driver that returns empty-handed at once from being asked in a spin. */
  private static boolean isClosedWithin(Open open, long nanos) {
    try {
      return open.closing().await(nanos, TimeUnit.NANOSECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private Broken lost() {
    return broken(SerialTrouble.lost(name()));
  }

  private Broken broken(Broken why) {
    // When another thread closed the line, that is why the port is gone.
    if (state instanceof Closed(Broken closed)) {
      return closed;
    }
    close(why);
    return why;
  }

  @Override
  public void close() {
    close(notOpen(wiring));
  }

  private void close(Broken why) {
    State was = state;
    state = new Closed(why);
    if (was instanceof Open open) {
      open.closing().countDown();
      RELEASE.of(name(), open.port()::closePort);
    }
  }
}
