package io.pumphouse.agent.backup.tool;

import java.util.regex.Pattern;

/**
 * Where a tree lies, by how its tool reads the text: a path of this machine begins with a slash, so
 * that a name with a colon in it is never taken for another machine. Immutable.
 */
public sealed interface Place {
  Pattern REMOTE = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.@-]*:.*");

  /** A folder of this machine, absolute. */
  record Folder(java.nio.file.Path path) implements Place {}

  /** Somewhere else. */
  record Elsewhere(String text) implements Place {}

  /** Nothing that can be copied, and why. */
  record Unusable(String why) implements Place {}

  /** What the text means. */
  static Place of(String text) {
    if (text.startsWith("-")) {
      return new Unusable("begins with a hyphen, as options do");
    }
    if (text.codePoints().anyMatch(Character::isISOControl)) {
      return new Unusable("holds a control character");
    }
    if (text.startsWith("/")) {
      return new Folder(java.nio.file.Path.of(text).normalize());
    }
    return REMOTE.matcher(text).matches()
        ? new Elsewhere(text)
        : new Unusable("is neither an absolute path nor host:path, rsync:// or remote:path");
  }
}
