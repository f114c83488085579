package io.pumphouse.web.order;

import io.pumphouse.web.model.Pins;
import io.pumphouse.web.page.Told;
import io.pumphouse.web.page.Tongue;
import java.util.List;

/**
 * What became of an order to the SG Ready inputs, in words. Public because compiled templates live
 * in a package of their own.
 *
 * @param isRefusal whether it was not carried out
 * @param sentences what happened, and what to do if it did not
 * @param why what was typed as the reason, so that nobody types it twice; empty once it was used
 */
public record PinAnswer(boolean isRefusal, List<Told> sentences, String why) {
  /** Nothing was ordered. */
  public static final PinAnswer NONE = new PinAnswer(false, List.of(), "");

  public PinAnswer {
    sentences = List.copyOf(sentences);
  }

  static PinAnswer of(Tongue tongue, Pins.Ordered ordered, String why) {
    return switch (ordered) {
      case Pins.Done(var before, var now) ->
          new PinAnswer(
              false,
              List.of(own(tongue, before == now ? "pins.same" : "pins.done", now.word())),
              "");
      case Pins.Refused(_, String cause, String next) ->
          new PinAnswer(
              true,
              List.of(Told.of(tongue, "sg-ready", cause), Told.of(tongue, "sg-ready", next)),
              why);
    };
  }

  static PinAnswer wrong(Tongue tongue, String why) {
    return new PinAnswer(true, List.of(new Told(tongue.say("pins.missing"), tongue.code())), why);
  }

  private static Told own(Tongue tongue, String key, String state) {
    return new Told(tongue.say(key, tongue.say("pins.order." + state)), tongue.code());
  }
}
