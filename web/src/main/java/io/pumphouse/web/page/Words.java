package io.pumphouse.web.page;

import io.pumphouse.web.model.LinkState;

/** The words people read where programs read codes. */
public final class Words {
  private Words() {}

  /** Whether a pump answers. */
  public static String of(LinkState link) {
    return switch (link) {
      case UNTRIED -> "not asked yet";
      case UP -> "answering";
      case SILENT -> "not answering";
      case DOWN -> "no line";
    };
  }
}
