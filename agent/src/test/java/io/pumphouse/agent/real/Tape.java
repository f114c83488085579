package io.pumphouse.agent.real;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a process did to SQLite's files and said, in order, as {@code tape.c} wrote it down. */
final class Tape {
  private static final int NAME_LENGTH = 16;

  sealed interface Deed {
    /** Bytes went towards a file; only the file's next {@link Synced} makes them last. */
    record Written(String file, long offset, ByteBuffer bytes) implements Deed {}

    /** All that happened to the file so far outlives a power cut. */
    record Synced(String file) implements Deed {}

    record Cut(String file, long length) implements Deed {}

    record Removed(String file) implements Deed {}

    /** The process said something to the world. */
    record Said(String words) implements Deed {}
  }

  private Tape() {}

  static List<Deed> read(Path file) throws IOException {
    ByteBuffer tape = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.nativeOrder());
    List<Deed> deeds = new ArrayList<>();
    while (tape.hasRemaining()) {
      deeds.add(next(tape));
    }
    return deeds;
  }

  private static Deed next(ByteBuffer tape) {
    char what = (char) tape.getInt();
    int length = tape.getInt();
    long offset = tape.getLong();
    String file = text(tape, NAME_LENGTH).replaceAll("\0.*", "");
    ByteBuffer bytes = tape.slice(tape.position(), length);
    String said = what == 'a' ? text(tape.duplicate(), length) : "";
    tape.position(tape.position() + length);
    return switch (what) {
      case 'w' -> new Deed.Written(file, offset, bytes);
      case 's' -> new Deed.Synced(file);
      case 'c' -> new Deed.Cut(file, offset);
      case 'r' -> new Deed.Removed(file);
      case 'a' -> new Deed.Said(said);
      default -> throw new IllegalStateException("a tape has no " + what);
    };
  }

  private static String text(ByteBuffer tape, int length) {
    String text = StandardCharsets.US_ASCII.decode(tape.slice(tape.position(), length)).toString();
    tape.position(tape.position() + length);
    return text;
  }
}
