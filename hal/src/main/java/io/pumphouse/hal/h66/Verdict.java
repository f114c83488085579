package io.pumphouse.hal.h66;

import java.time.Duration;
import java.util.Optional;

/** What a reply amounts to, once nothing more of it is waited for. */
sealed interface Verdict {
  /** A page with an object on it. */
  record Good(Json.Thing thing) implements Verdict {}

  /** Anything else. */
  record Bad(Trouble trouble) implements Verdict {}

  /**
   * Judges a reply.
   *
   * @param isCut whether the connection ended
   * @param waited how long it was waited for
   */
  static Verdict of(Reply reply, boolean isCut, Duration waited) {
    if (reply.length() == 0) {
      return new Bad(Trouble.silent(waited));
    }
    if (!reply.isHttp()) {
      return new Bad(Trouble.noHttp(reply));
    }
    Optional<Integer> unusual = reply.status().filter(status -> status != 200);
    if (unusual.isPresent()) {
      return new Bad(Trouble.status(unusual.get()));
    }
    return reply.body().map(Verdict::of).orElseGet(() -> new Bad(unfinished(reply, isCut, waited)));
  }

  private static Trouble unfinished(Reply reply, boolean isCut, Duration waited) {
    if (reply.isTooLong()) {
      return Trouble.tooLong();
    }
    return isCut ? Trouble.cut(reply) : Trouble.slow(reply, waited);
  }

  private static Verdict of(String body) {
    return switch (JsonText.read(body)) {
      case JsonText.Whole(Json.Thing thing) -> new Good(thing);
      case JsonText.Cut _ when body.isBlank() -> new Bad(Trouble.noJson("the page is empty"));
      case JsonText.Cut _ -> new Bad(Trouble.noJson("the page ends within its JSON"));
      case JsonText.Wrong(String why) -> new Bad(Trouble.noJson(why));
    };
  }
}
