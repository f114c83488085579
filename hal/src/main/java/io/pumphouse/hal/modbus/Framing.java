package io.pumphouse.hal.modbus;

import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.line.Wiring;

/** How Modbus messages are wrapped for the wire. The same code serves master and slave. */
public enum Framing {
  /** Unit, message, CRC-16: serial lines, also when tunnelled through TCP. */
  RTU {
    @Override
    Frame wrap(Adu adu) {
      return RtuFraming.wrap(adu);
    }

    @Override
    Parsed parse(Direction direction, Frame heard) {
      return RtuFraming.parse(direction, heard);
    }
  },

  /** Seven bytes of MBAP header, message: Modbus TCP. */
  TCP {
    @Override
    Frame wrap(Adu adu) {
      return TcpFraming.wrap(adu);
    }

    @Override
    Parsed parse(Direction direction, Frame heard) {
      return TcpFraming.parse(direction, heard);
    }
  };

  /** The framing that this wiring calls for. */
  public static Framing of(Wiring wiring) {
    return switch (wiring) {
      case Wiring.Serial _, Wiring.RtuOverTcp _ -> RTU;
      case Wiring.Tcp _ -> TCP;
      case Wiring.Http _ -> throw new IllegalArgumentException(wiring.name() + ": no Modbus there");
    };
  }

  abstract Frame wrap(Adu adu);

  /** Looks for one whole frame at the start of what was heard so far. */
  abstract Parsed parse(Direction direction, Frame heard);
}
