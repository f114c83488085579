package io.pumphouse.agent.transfer;

import io.pumphouse.web.model.Export.Format;

/** Reads the lines of one file, in their order. Confined to one thread. */
interface Grammar {
  /** Reads one line. */
  Parsed parse(String line);

  static Grammar of(Format format) {
    return switch (format) {
      case CSV -> new CsvGrammar();
      case NDJSON -> new JsonGrammar();
      case LINE_PROTOCOL -> new LineGrammar();
    };
  }

  /** What a file with this first line of content is written in. */
  static Format guess(String line) {
    if (line.startsWith("{")) {
      return Format.NDJSON;
    }
    boolean hasPoint = line.matches("[^ ]*,[^ ]*=.* .*=.*");
    return hasPoint ? Format.LINE_PROTOCOL : Format.CSV;
  }
}
