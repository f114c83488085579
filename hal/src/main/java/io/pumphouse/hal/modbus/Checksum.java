package io.pumphouse.hal.modbus;

import io.pumphouse.hal.line.Frame;

/** CRC-16 of Modbus over serial line V1.02, section 6.2.2 (polynomial A001h, start FFFFh). */
final class Checksum {
  static final int LENGTH = 2;

  private static final int START = 0xFFFF;
  private static final int POLYNOMIAL = 0xA001;

  private Checksum() {}

  /** Over the first {@code length} bytes. */
  static int of(Frame bytes, int length) {
    int crc = START;
    for (int i = 0; i < length; i++) {
      crc ^= bytes.at(i);
      for (int bit = 0; bit < Byte.SIZE; bit++) {
        crc = (crc & 1) == 0 ? crc >>> 1 : crc >>> 1 ^ POLYNOMIAL;
      }
    }
    return crc;
  }

  /** As it stands on the wire: low byte first, unlike everything else in Modbus. */
  static Frame frame(int crc) {
    return Frame.of(crc & 0xFF, crc >>> 8);
  }

  static int at(Frame bytes, int index) {
    return bytes.at(index) | bytes.at(index + 1) << 8;
  }
}
