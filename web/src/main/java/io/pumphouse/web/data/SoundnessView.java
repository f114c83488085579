package io.pumphouse.web.data;

import io.pumphouse.web.model.Soundness.Result;
import io.pumphouse.web.model.Soundness.State;
import io.pumphouse.web.page.Age;
import io.pumphouse.web.page.Pages;
import io.pumphouse.web.page.Tongue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether the file is sound, in words. Public because compiled templates live in a package of their
 * own.
 *
 * @param words what is known
 * @param age how long ago it was found out; empty if that says nothing
 * @param look {@code well}, {@code bad} or {@code quiet}
 * @param rest what was found and what to do, a line each, in English
 * @param isUnderWay whether more will be known soon
 * @param key what the form carries; empty for those who may not ask
 */
public record SoundnessView(
    String words, String age, String look, List<String> rest, boolean isUnderWay, String key) {
  public SoundnessView {
    rest = List.copyOf(rest);
  }

  static SoundnessView of(Tongue tongue, Pages pages, State state, String key, Instant now) {
    return switch (state) {
      case State.Unasked _ -> plain(tongue.say("sound.unasked"), false, key);
      case State.UnderWay(Instant since, String who) ->
          plain(tongue.say("sound.under-way", clock(tongue, since, now), who), true, key);
      case State.Over over -> over(tongue, pages, over, key, now);
    };
  }

  private static SoundnessView plain(String words, boolean isUnderWay, String key) {
    return new SoundnessView(words, "", "quiet", List.of(), isUnderWay, key);
  }

  private static SoundnessView over(
      Tongue tongue, Pages pages, State.Over over, String key, Instant now) {
    String when =
        tongue.say(
            "sound.when", pages.moment(tongue, over.at()), Age.exact(over.took()), over.who());
    String age = clock(tongue, over.at(), now);
    return switch (over.result()) {
      case Result.Sound _ ->
          new SoundnessView(tongue.say("sound.sound", when), age, "well", List.of(), false, key);
      case Result.Damaged(var where) ->
          new SoundnessView(
              tongue.say("sound.damaged", when),
              age,
              "bad",
              with(where, Result.Damaged.NEXT),
              false,
              key);
      case Result.Unknown(String cause, String next) ->
          new SoundnessView(
              tongue.say("sound.unknown", when), age, "bad", List.of(cause, next), false, key);
    };
  }

  private static String clock(Tongue tongue, Instant since, Instant now) {
    return Age.coarse(tongue, Duration.between(since, now));
  }

  private static List<String> with(List<String> where, String next) {
    return Stream.concat(where.stream(), Stream.of(next)).toList();
  }
}
