package io.pumphouse.hal.modbus;

import io.pumphouse.hal.line.Frame;
import io.pumphouse.hal.modbus.Parsed.Complete;

/**
 * A slave's ear on a shared serial line, where noise and the answers of other units go by as well.
 * A question is known by its checksum wherever it begins; silence clears what is left.
 */
final class RtuListener implements Listener {
  private static final int LONGEST_FRAME = 256;
  private static final int SHORTEST_FRAME = 4;
  private static final int BROADCAST = 0;

  private final int unit;
  private final Clerk clerk;
  private Frame unread = Frame.empty();

  RtuListener(int unit, Clerk clerk) {
    this.unit = unit;
    this.clerk = clerk;
  }

  @Override
  public Turn heard(Frame bytes) {
    unread = unread.plus(bytes);
    Frame answers = Frame.empty();
    while (next(0) instanceof Complete(Adu adu, int consumed)) {
      forget(consumed);
      answers = answers.plus(answer(adu));
    }
    if (next(0) instanceof Parsed.Garbled) {
      answers = answers.plus(resynchronised());
    }
    forget(Math.max(0, unread.length() - LONGEST_FRAME));
    return Turn.sending(answers);
  }

  private Parsed next(int start) {
    return Framing.RTU.parse(Direction.QUESTION, unread.slice(start, unread.length()));
  }

  /** Answers a whole question that stands behind garbage. */
  private Frame resynchronised() {
    for (int start = 1; start <= unread.length() - SHORTEST_FRAME; start++) {
      if (next(start) instanceof Complete(Adu adu, int consumed)) {
        forget(start + consumed);
        return answer(adu);
      }
    }
    return Frame.empty();
  }

  @Override
  public Turn silence() {
    Frame answer = unread.isEmpty() ? Frame.empty() : lastChance();
    unread = Frame.empty();
    return Turn.sending(answer);
  }

  /** A question of a function we do not know has no length but this: it ends in silence. */
  private Frame lastChance() {
    int body = unread.length() - Checksum.LENGTH;
    boolean isWhole =
        unread.length() >= SHORTEST_FRAME && Checksum.at(unread, body) == Checksum.of(unread, body);
    return isWhole ? answer(new Adu(0, unread.at(0), unread.slice(1, body))) : resynchronised();
  }

  private Frame answer(Adu adu) {
    if (adu.unit() == BROADCAST) {
      // Everyone does it and nobody says so.
      clerk.answer(adu.pdu());
      return Frame.empty();
    }
    return adu.unit() == unit
        ? Framing.RTU.wrap(new Adu(0, unit, clerk.answer(adu.pdu())))
        : Frame.empty();
  }

  private void forget(int consumed) {
    unread = unread.slice(consumed, unread.length());
  }

  @Override
  public boolean isWithinFrame() {
    return !unread.isEmpty();
  }
}
