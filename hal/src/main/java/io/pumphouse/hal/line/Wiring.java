package io.pumphouse.hal.line;

/**
 * How a pump is wired to this machine; what the {@code line:} of a pump in the configuration says.
 */
public sealed interface Wiring {
  /** What a technician calls the line. */
  String name();

  /**
   * A serial port, eight data bits.
   *
   * @param path the device file, preferably by its stable name under {@code /dev/serial/by-id} or
   *     {@code by-path}; or the adapter, as {@link UsbName} writes it
   * @param baud bits per second
   * @param parity the parity bit
   * @param stopBits 1 or 2
   * @param rs485 who turns the port from sending to listening
   */
  record Serial(String path, int baud, Parity parity, int stopBits, Rs485 rs485) implements Wiring {
    public Serial {
      if (baud < 300 || baud > 4_000_000) {
        throw new IllegalArgumentException("baud " + baud + " is outside 300..4000000");
      }
      if (stopBits != 1 && stopBits != 2) {
        throw new IllegalArgumentException("stop bits " + stopBits + ": 1 or 2");
      }
    }

    /** A port whose RS-485 settings are left as they are. */
    public Serial(String path, int baud, Parity parity, int stopBits) {
      this(path, baud, parity, stopBits, new Rs485.AsFound());
    }

    @Override
    public String name() {
      return path;
    }

    /** Bits that one byte takes on the wire: start, eight data, parity if any, stop. */
    public int bitsPerByte() {
      return 1 + 8 + (parity == Parity.NONE ? 0 : 1) + stopBits;
    }
  }

  /** Modbus TCP: frames with an MBAP header. */
  record Tcp(String host, int port) implements Wiring {
    @Override
    public String name() {
      return host + ":" + port;
    }
  }

  /** A transparent serial server: RTU frames, checksum and all, inside a TCP stream. */
  record RtuOverTcp(String host, int port) implements Wiring {
    @Override
    public String name() {
      return host + ":" + port;
    }
  }

  /** A gateway's own pages, over HTTP; a connection for each question. */
  record Http(String host, int port) implements Wiring {
    @Override
    public String name() {
      return host + ":" + port;
    }
  }

  /** The parity bit of a serial line. */
  enum Parity {
    NONE,
    EVEN,
    ODD
  }
}
