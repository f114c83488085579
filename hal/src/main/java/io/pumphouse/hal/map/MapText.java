package io.pumphouse.hal.map;

import java.util.List;

/**
 * A map file that could be read.
 *
 * @param modelId the model that the file's name promises
 * @param file what to call the file in messages
 * @param lines its lines
 */
record MapText(String modelId, String file, List<String> lines) implements Shelf.Page {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  MapText {
    lines = List.copyOf(lines);
  }

  /** Some spreadsheets put a mark before the first line of UTF-8 text; it says nothing here. */
  static MapText of(String modelId, String file, String text) {
    String content = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    return new MapText(modelId, file, content.lines().toList());
  }
}
