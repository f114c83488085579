package io.pumphouse.hal.proof;

import io.pumphouse.hal.line.Frame;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How a Modbus message is wrapped for the wire, written a second time: a proof that borrowed the
 * checksum of what it proves would prove nothing.
 */
enum ModbusFrames {
  /** Unit, message, CRC (Modbus over serial line V1.02, section 2.5.1). */
  RTU {
    @Override
    Frame wrap(int transaction, int unit, Frame pdu) {
      Frame body = Frame.of(unit).plus(pdu);
      int crc = crc(body);
      return body.plus(Frame.of(crc & 0xFF, crc >>> 8));
    }

    @Override
    Optional<Frame> unwrap(Frame frame) {
      int body = frame.length() - 2;
      return body >= 3 && crc(frame.slice(0, body)) == (frame.at(body) | frame.at(body + 1) << 8)
          ? Optional.of(frame.slice(1, body))
          : Optional.empty();
    }

    @Override
    int unitAt() {
      return 0;
    }
  },

  /** Transaction, protocol 0, length, unit, message (Modbus on TCP/IP V1.0b, section 3.1.3). */
  TCP {
    @Override
    Frame wrap(int transaction, int unit, Frame pdu) {
      return word(transaction)
          .plus(word(0))
          .plus(word(1 + pdu.length()))
          .plus(Frame.of(unit))
          .plus(pdu);
    }

    @Override
    Optional<Frame> unwrap(Frame frame) {
      return frame.length() >= 9 && frame.u16(2) == 0 && frame.u16(4) == frame.length() - 6
          ? Optional.of(frame.slice(7, frame.length()))
          : Optional.empty();
    }

    @Override
    int unitAt() {
      return 6;
    }
  };

  private static final int[] CRC_OF_BYTE =
      IntStream.range(0, 256).map(ModbusFrames::shifted).toArray();

  abstract Frame wrap(int transaction, int unit, Frame pdu);

  /** The message in what is exactly one whole frame. */
  abstract Optional<Frame> unwrap(Frame frame);

  /** Where the unit stands. */
  abstract int unitAt();

  static Frame word(int value) {
    return Frame.of(value >>> 8, value & 0xFF);
  }

  /** Function, byte count, words. */
  static Frame readAnswer(int function, List<Integer> words) {
    Frame pdu = Frame.of(function, 2 * words.size());
    for (int word : words) {
      pdu = pdu.plus(word(word));
    }
    return pdu;
  }

  private static int shifted(int start) {
    int crc = start;
    for (int bit = 0; bit < 8; bit++) {
      crc = (crc & 1) == 0 ? crc >>> 1 : crc >>> 1 ^ 0xA001;
    }
    return crc;
  }

  /** By table, unlike the one under test. */
  private static int crc(Frame bytes) {
    int crc = 0xFFFF;
    for (int i = 0; i < bytes.length(); i++) {
      crc = crc >>> 8 ^ CRC_OF_BYTE[(crc ^ bytes.at(i)) & 0xFF];
    }
    return crc;
  }
}
