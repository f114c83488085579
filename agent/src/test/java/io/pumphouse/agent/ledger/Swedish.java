package io.pumphouse.agent.ledger;

import io.pumphouse.web.page.Retelling;
import io.pumphouse.web.page.Tongue;
import java.util.Optional;

/** What a Swedish page makes of what an event says, so that its words and ours keep in step. */
public final class Swedish {
  private static final Tongue TONGUE = Tongue.of("sv").orElseThrow();

  private Swedish() {}

  /** The text in Swedish, or as it is where the page does not know how to say it. */
  public static String of(Event event) {
    return of(event.kind().word(), event.text()).orElse(event.text());
  }

  /** The same of any other text, empty where the page does not know how to say it. */
  public static Optional<String> of(String kind, String text) {
    return Retelling.of(TONGUE, kind, text);
  }
}
