package io.pumphouse.hal.map;

import java.util.Locale;

/** What a model does otherwise than its protocol says. A map names those its model has. */
public enum Quirk {
  /** Takes function 16 only, even for one register (MODBUS 40 manual, p. 15: 06 does not work). */
  WRITE_MULTIPLE,

  /**
   * Answers up to twenty registers at once, within 0.5 s, only for ids in the LOG.SET file on the
   * pump's USB stick; any other id is asked alone (a 32-bit one as its two registers) and answers
   * within 2.1 s (MODBUS 40 manual, p. 15).
   */
  LOG_SET,

  /** Register 48852 tells the word order: 1 low word first, 0 high word first (MODBUS 40). */
  WORD_SWAP,

  /** Answers function 43 type 14 with maker, product and version (MODBUS 40 manual, p. 15). */
  IDENTIFIES;

  /** The word in map files: {@code log-set}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
