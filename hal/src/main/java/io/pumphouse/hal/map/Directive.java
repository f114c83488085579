package io.pumphouse.hal.map;

import java.util.Locale;

/** What a map file says at its head about the whole model, one line each: {@code # name: value}. */
enum Directive {
  MODEL("# model: nibe-s1255"),
  TITLE("# title: NIBE S1155 / S1255"),
  WIRES("# wires: tcp, rtu, rtu-over-tcp"),
  WORD_ORDER("# word-order: low-first"),
  REGISTERS_PER_REQUEST("# registers-per-request: 20"),
  BITS_PER_REQUEST("# bits-per-request: 16"),
  PAUSE("# pause: 100ms"),
  ANSWER_WITHIN("# answer-within: 1s"),
  ABSENT("# absent: s16=-32768 u16=65535"),
  READABLE("# readable: input 0-100, 101-174"),
  EXCEPTION_FOR_ABSENT("# exception-for-absent: 2"),
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

  boolean isRequired() {
    return this != ABSENT && this != READABLE;
  }

  boolean isRepeatable() {
    return this == READABLE || this == SOURCE;
  }
}
