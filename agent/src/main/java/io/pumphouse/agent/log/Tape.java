package io.pumphouse.agent.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.pumphouse.web.model.LogLine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The entries of some texts, one after the other. Confined to one thread. */
final class Tape implements AutoCloseable {
  private static final String CONTINUED = "\t";

  private final Iterator<Leaf> leaves;
  private BufferedReader reader = new BufferedReader(Reader.nullReader());
  private Script script = new Script.Own();
  private Optional<LogLine> begun = Optional.empty();

  /** A tape of these, the oldest first. */
  Tape(List<Leaf> leaves) {
    this.leaves = List.copyOf(leaves).iterator();
  }

  /** The next entry; empty at the end. */
  Optional<LogLine> next() throws IOException {
    while (true) {
      Optional<String> line = Optional.ofNullable(reader.readLine());
      if (line.isEmpty()) {
        Optional<LogLine> last = take(Optional.empty());
        if (last.isPresent() || !turn()) {
          return last;
        }
      } else if (line.get().startsWith(CONTINUED)) {
        begun = begun.map(entry -> longer(entry, line.get()));
      } else {
        Optional<LogLine> entry = script.begin(line.get());
        Optional<LogLine> done = entry.isPresent() ? take(entry) : Optional.empty();
        if (done.isPresent()) {
          return done;
        }
      }
    }
  }

  private Optional<LogLine> take(Optional<LogLine> next) {
    Optional<LogLine> done = begun;
    begun = next;
    return done;
  }

  private static LogLine longer(LogLine entry, String line) {
    return new LogLine(entry.at(), entry.level(), entry.source(), entry.text() + "\n" + line);
  }

  /** What was rotated away while others were read is passed over. */
  private boolean turn() throws IOException {
    while (leaves.hasNext()) {
      Leaf leaf = leaves.next();
      try {
        reader.close();
        reader = new BufferedReader(open(leaf));
        script = leaf.script();
        return true;
      } catch (NoSuchFileException _) {
        reader = new BufferedReader(Reader.nullReader());
      }
    }
    return false;
  }

  private static Reader open(Leaf leaf) throws IOException {
    return switch (leaf) {
      case Leaf.Text(String text) -> new StringReader(text);
      case Leaf.File(var file, _) ->
          new InputStreamReader(
              Files.newInputStream(file),
              UTF_8
                  .newDecoder()
                  .onMalformedInput(CodingErrorAction.REPLACE)
                  .onUnmappableCharacter(CodingErrorAction.REPLACE));
    };
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
