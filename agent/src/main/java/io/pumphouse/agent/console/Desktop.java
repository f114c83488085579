package io.pumphouse.agent.console;

import io.pumphouse.agent.command.Consoles.Window;
import io.pumphouse.hal.line.Line;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jline.keymap.KeyMap;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.Reference;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.InputFlag;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.ExternalTerminal;

/**
 * Keys and screen of one session, on JLine: lines to type, pages to read. Confined to one thread,
 * which closes it.
 */
final class Desktop implements Reception.Questions, AutoCloseable {
  /** Moves the cursor and says nothing else; every terminal program of the last forty years. */
  private static final String TYPE = "ansi";

  private static final long AT_ONCE_MILLIS = 1;

  private final Keys keys;
  private final ExternalTerminal terminal;

  private Desktop(Keys keys, ExternalTerminal terminal) {
    this.keys = keys;
    this.terminal = terminal;
  }

  static Desktop open(Line line, Keys keys, Window window) throws IOException {
    ExternalTerminal terminal =
        new ExternalTerminal(line.name(), TYPE, keys, new Screen(line), StandardCharsets.UTF_8);
    terminal.setSize(Size.of(window.columns(), window.rows()));
    terminal.enterRawMode();
    Attributes attributes = terminal.getAttributes();
    attributes.setInputFlag(InputFlag.INORMEOL, true); // CR, LF and CRLF alike
    terminal.setAttributes(attributes);
    return new Desktop(keys, terminal);
  }

  /** A terminal that wraps at its last column would show an empty line after a full one. */
  static int usable(Window window) {
    return window.columns() - 1;
  }

  Terminal terminal() {
    return terminal;
  }

  /** The reader with the keys that terminals send in different forms. */
  LineReader bound(LineReader reader) {
    reader.setOpt(LineReader.Option.DISABLE_EVENT_EXPANSION);
    reader.unsetOpt(LineReader.Option.BRACKETED_PASTE);
    KeyMap<org.jline.reader.Binding> map =
        Objects.requireNonNull(reader.getKeyMaps().get(LineReader.MAIN));
    map.bind(new Reference(LineReader.UP_HISTORY), "\033[A", "\033OA");
    map.bind(new Reference(LineReader.DOWN_HISTORY), "\033[B", "\033OB");
    map.bind(new Reference(LineReader.FORWARD_CHAR), "\033[C", "\033OC");
    map.bind(new Reference(LineReader.BACKWARD_CHAR), "\033[D", "\033OD");
    map.bind(new Reference(LineReader.BEGINNING_OF_LINE), "\033[H", "\033OH", "\033[1~");
    map.bind(new Reference(LineReader.END_OF_LINE), "\033[F", "\033OF", "\033[4~");
    map.bind(new Reference(LineReader.DELETE_CHAR), "\033[3~");
    map.bind(new Reference(LineReader.BACKWARD_DELETE_CHAR), "\b", "\177");
    map.bind(new Reference(LineReader.SEND_BREAK), KeyMap.ctrl('C'));
    return reader;
  }

  @Override
  public Optional<String> ask(String prompt, boolean isSecret) {
    LineReader reader = bound(LineReaderBuilder.builder().terminal(terminal).build());
    reader.setVariable(LineReader.DISABLE_HISTORY, true);
    reader.setVariable(LineReader.DISABLE_COMPLETION, true);
    try {
      return Optional.of(isSecret ? reader.readLine(prompt, '\0') : reader.readLine(prompt));
    } catch (UserInterruptException | EndOfFileException _) { // nothing was said
      return Optional.empty();
    }
  }

  @Override
  public void say(String words) {
    terminal.writer().println(words);
    terminal.flush();
  }

  /** Shows what this writes, page by page. */
  void show(Consumer<Page> writing, Window window) {
    keys.begin();
    Pager pager =
        new Pager(terminal.writer(), terminal.reader()::read, usable(window), window.rows());
    try (Page page = new Page(pager, keys)) {
      writing.accept(page);
    } finally {
      keys.end();
    }
  }

  /** Reads no more of the line; whether an Enter was typed that nobody has answered. */
  boolean isEnterLeft() {
    try {
      keys.leave();
      terminal.pause(true);
      int key = terminal.reader().read(AT_ONCE_MILLIS);
      while (key >= 0 && key != '\n') {
        key = terminal.reader().read(AT_ONCE_MILLIS);
      }
      return key == '\n';
    } catch (IOException _) {
      return false; // the line is gone
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Lets go of the line, so that somebody else may listen to it; it stays open. */
  @Override
  public void close() {
    try {
      terminal.flush();
      terminal.pause(true);
      terminal.close();
    } catch (IOException _) {
      // The line is gone, which is how many a session ends.
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
