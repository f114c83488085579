package io.pumphouse.web.page;

import io.pumphouse.web.model.Recording;

/**
 * A recording to choose. Public because compiled templates live in a package of their own.
 *
 * @param alarm in the maker's words, in English
 */
public record Tape(String pump, String at, String alarm, long id) {
  static Tape of(Tongue tongue, Frames frames, Recording.Head head) {
    return new Tape(head.pump().name(), frames.moment(tongue, head.at()), head.alarm(), head.id());
  }
}
