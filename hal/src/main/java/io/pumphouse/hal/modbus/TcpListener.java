package io.pumphouse.hal.modbus;

import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.line.Line.Broken;
import io.pumphouse.hal.modbus.Parsed.Complete;
import io.pumphouse.hal.modbus.Parsed.Garbled;
import io.pumphouse.hal.modbus.Parsed.Incomplete;

/** A slave's ear on Modbus TCP. What is not a frame ends the connection: nothing can follow it. */
final class TcpListener implements Listener {
  private final String name;
  private final int unit;
  private final Clerk clerk;
  private Frame unread = Frame.empty();

  TcpListener(String name, int unit, Clerk clerk) {
    this.name = name;
    this.unit = unit;
    this.clerk = clerk;
  }

  @Override
  public Turn heard(Frame bytes) {
    unread = unread.plus(bytes);
    Frame answers = Frame.empty();
    while (true) {
      switch (Framing.TCP.parse(Direction.QUESTION, unread)) {
        case Complete(Adu adu, int consumed) -> {
          unread = unread.slice(consumed, unread.length());
          answers = answers.plus(answer(adu));
        }
        case Incomplete _ -> {
          return Turn.sending(answers);
        }
        case Garbled(_, String what) -> {
          return new Turn.Ended(new Broken(name + ": " + what, "the client must speak Modbus TCP"));
        }
      }
    }
  }

  private Frame answer(Adu adu) {
    if (adu.unit() != unit && adu.unit() != 0 && adu.unit() != 0xFF) {
      return Frame.empty();
    }
    return Framing.TCP.wrap(new Adu(adu.transaction(), adu.unit(), clerk.answer(adu.pdu())));
  }

  @Override
  public Turn silence() {
    return new Turn.Listening();
  }

  /** TCP delivers or breaks: no silence ends a frame. */
  @Override
  public boolean isWithinFrame() {
    return false;
  }
}
