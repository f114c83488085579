package io.pumphouse.hal.modbus;

import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.modbus.Parsed.Complete;
import io.pumphouse.hal.modbus.Parsed.Garbled;
import io.pumphouse.hal.modbus.Parsed.Incomplete;
import io.pumphouse.hal.reading.Fault.Damage;

/**
 * MBAP header, message (Modbus messaging on TCP/IP V1.0b, section 3.1.3): transaction, protocol
 * (always 0), length of what follows, unit.
 */
final class TcpFraming {
  private static final int PROTOCOL = 2;
  private static final int LENGTH = 4;
  private static final int UNIT = 6;
  private static final int HEADER = 7;

  /** Unit and function code at least; the longest message has 253 bytes (section 4.1). */
  private static final int SHORTEST = 2;

  private static final int LONGEST = 254;

  private TcpFraming() {}

  static Frame wrap(Adu adu) {
    int transaction = adu.transaction();
    int length = 1 + adu.pdu().length();
    Frame header =
        Frame.of(
            transaction >>> 8, transaction & 0xFF, 0, 0, length >>> 8, length & 0xFF, adu.unit());
    return header.plus(adu.pdu());
  }

  static Parsed parse(Direction direction, Frame heard) {
    if (heard.length() >= PROTOCOL + 2 && heard.u16(PROTOCOL) != 0) {
      return new Garbled(Damage.NOISE, "protocol %d instead of 0".formatted(heard.u16(PROTOCOL)));
    }
    if (heard.length() < UNIT) {
      return new Incomplete();
    }
    int length = heard.u16(LENGTH);
    if (length < SHORTEST || length > LONGEST) {
      return new Garbled(Damage.NOISE, "length %d is impossible".formatted(length));
    }
    return heard.length() < UNIT + length
        ? new Incomplete()
        : whole(direction, heard.slice(0, UNIT + length));
  }

  /** The header says how long the frame is; the message must agree. */
  private static Parsed whole(Direction direction, Frame frame) {
    int said = frame.length() - HEADER;
    int pdu = PduLength.of(direction, frame, HEADER);
    if (pdu != said && pdu != PduLength.UNKNOWN) {
      return new Garbled(
          Damage.NOISE, "header announces %d bytes, the message has %d".formatted(said, pdu));
    }
    Adu adu = new Adu(frame.u16(0), frame.at(UNIT), frame.slice(HEADER, frame.length()));
    return new Complete(adu, frame.length());
  }
}
