package io.pumphouse.hal.map;

import java.util.Locale;
import java.util.Set;

/** What a map file says at its head about the whole model, one line each: {@code # name: value}. */
enum Directive {
  MODEL("# model: nibe-s1255"),
  TITLE("# title: NIBE S1155 / S1255"),
  WIRES("# wires: tcp, rtu, rtu-over-tcp"),
  SERIAL("# serial: 9600 8N1"),
  WORD_ORDER("# word-order: low-first"),
  REGISTERS_PER_REQUEST("# registers-per-request: 20"),
  BITS_PER_REQUEST("# bits-per-request: 16"),
  PAUSE("# pause: 100ms"),
  REGISTERS_PER_SECOND("# registers-per-second: 100"),
  ANSWER_WITHIN("# answer-within: 1s"),
  ABSENT("# absent: s16=-32768 u16=65535"),
  READABLE("# readable: input 0-100, 101-174"),
  EXCEPTION_FOR_ABSENT("# exception-for-absent: 2"),
  OFFSETS("# offsets: 0, 40000, 40001"),
  SHIFTING("# shifting: system 0x01FD-0x0213"),
  QUIRKS("# quirks: write-multiple, log-set"),
  NEVER_WRITE("# never-write: 40089, 40090"),
  OTHER_CABLES("# other-cables: 10, 30"),
  ALARMS("# alarms: nibe-s"),
  VALUES("# values priority: 10=off, 20=hot water, 30=heating"),
  SOURCE("# source manual: document, place, version, licence");

  private final String example;

  Directive(String example) {
    this.example = example;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A line that would be right. */
  String example() {
    return example;
  }

  /**
   * Whether a map for these wires must have it. What the wires are not known to need is not asked
   * for: a mistake in the wires is told by itself.
   */
  boolean isRequiredOver(Set<Wire> wires) {
    return switch (this) {
      case MODEL, TITLE, WIRES, PAUSE, ANSWER_WITHIN, SOURCE -> true;
      case WORD_ORDER, REGISTERS_PER_REQUEST, BITS_PER_REQUEST, EXCEPTION_FOR_ABSENT ->
          wires.stream().anyMatch(Wire::isModbus);
      case SERIAL,
          REGISTERS_PER_SECOND,
          ABSENT,
          READABLE,
          OFFSETS,
          SHIFTING,
          QUIRKS,
          NEVER_WRITE,
          OTHER_CABLES,
          ALARMS,
          VALUES ->
          false;
    };
  }

  boolean isRepeatable() {
    return switch (this) {
      case READABLE, SHIFTING, NEVER_WRITE, VALUES, SOURCE -> true;
      case MODEL,
          TITLE,
          WIRES,
          SERIAL,
          WORD_ORDER,
          REGISTERS_PER_REQUEST,
          BITS_PER_REQUEST,
          PAUSE,
          REGISTERS_PER_SECOND,
          ANSWER_WITHIN,
          ABSENT,
          EXCEPTION_FOR_ABSENT,
          OFFSETS,
          QUIRKS,
          OTHER_CABLES,
          ALARMS ->
          false;
    };
  }
}
