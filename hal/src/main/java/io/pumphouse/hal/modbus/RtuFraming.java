package io.pumphouse.hal.modbus;

import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.modbus.Parsed.Complete;
import io.pumphouse.hal.modbus.Parsed.Garbled;
import io.pumphouse.hal.modbus.Parsed.Incomplete;
import io.pumphouse.hal.reading.Fault.Damage;

/** Unit, message, checksum (Modbus over serial line V1.02, section 2.5.1). */
final class RtuFraming {
  private static final int HEADER = 1;

  private RtuFraming() {}

  static Frame wrap(Adu adu) {
    Frame body = Frame.of(adu.unit()).plus(adu.pdu());
    return body.plus(Checksum.frame(Checksum.of(body, body.length())));
  }

  static Parsed parse(Direction direction, Frame heard) {
    int pdu = PduLength.of(direction, heard, HEADER);
    return switch (pdu) {
      case PduLength.NOT_YET -> new Incomplete();
      case PduLength.UNKNOWN ->
          new Garbled(
              Damage.NOISE, "no frame begins with %s".formatted(heard.slice(0, HEADER + 1)));
      default -> checked(heard, HEADER + pdu);
    };
  }

  private static Parsed checked(Frame heard, int body) {
    if (heard.length() < body + Checksum.LENGTH) {
      return new Incomplete();
    }
    int said = Checksum.at(heard, body);
    int computed = Checksum.of(heard, body);
    if (said != computed) {
      return new Garbled(Damage.CHECKSUM, "checksum %04X, computed %04X".formatted(said, computed));
    }
    Adu adu = new Adu(0, heard.at(0), heard.slice(HEADER, body));
    return new Complete(adu, body + Checksum.LENGTH);
  }
}
