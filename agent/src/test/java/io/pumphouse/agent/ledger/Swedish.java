package io.pumphouse.agent.ledger;

import io.pumphouse.web.page.Retelling;
import io.pumphouse.web.page.Tongue;

/** What a Swedish page makes of what an event says, so that its words and ours keep in step. */
public final class Swedish {
  private static final Tongue TONGUE = Tongue.of("sv").orElseThrow();

  private Swedish() {}

  /** The text in Swedish, or as it is where the page does not know how to say it. */
  public static String of(Event event) {
    return Retelling.of(TONGUE, event.kind().word(), event.text()).orElse(event.text());
  }
}
