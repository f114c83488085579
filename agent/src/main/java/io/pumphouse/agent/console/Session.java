package io.pumphouse.agent.console;

import io.pumphouse.agent.command.CommandTable;
import io.pumphouse.agent.command.Consoles.Window;
import io.pumphouse.agent.command.Desk;
import io.pumphouse.agent.command.Terminal;
import java.io.IOError;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;

/** A guest types, the command table answers, until one of them leaves. Confined to one thread. */
final class Session {
  private static final String PROMPT = "pumphouse> ";

  private final Desk desk;
  private final Supplier<CommandTable> tables;
  private final Guest guest;
  private final Desktop desktop;
  private final Window window;

  Session(Desk desk, Supplier<CommandTable> tables, Guest guest, Desktop desktop, Window window) {
    this.desk = desk;
    this.tables = tables;
    this.guest = guest;
    this.desktop = desktop;
    this.window = window;
  }

  /** Talks for as long as this is so. */
  void talk(Reception reception) {
    LineReader reader = reader();
    execute(List.of("well"));
    desktop.say("help lists the commands, Tab completes them, exit leaves.");
    Optional<List<String>> typed = next(reader);
    while (typed.isPresent() && reception.isWelcome(guest)) {
      if (!typed.get().isEmpty()) {
        obey(typed.get());
      }
      typed = isLeave(typed.get()) ? Optional.empty() : next(reader);
    }
  }

  private LineReader reader() {
    DefaultParser parser = new DefaultParser();
    parser.setEofOnUnclosedQuote(false);
    return desktop.bound(
        LineReaderBuilder.builder()
            .terminal(desktop.terminal())
            .parser(parser)
            .completer(new Words(tables.get().verbs(), desk))
            .build());
  }

  /** The words of the next line; empty if nobody types any more. */
  private static Optional<List<String>> next(LineReader reader) {
    try {
      reader.readLine(PROMPT);
      return Optional.of(
          reader.getParsedLine().words().stream().filter(word -> !word.isEmpty()).toList());
    } catch (UserInterruptException _) { // Ctrl-C: a new line
      return Optional.of(List.of());
    } catch (EndOfFileException | IOError _) { // Ctrl-D, or nobody there any more
      return Optional.empty();
    }
  }

  private static boolean isLeave(List<String> typed) {
    return typed.size() == 1 && List.of("exit", "quit", "logout").contains(typed.getFirst());
  }

  private void obey(List<String> typed) {
    if (isLeave(typed)) {
      return;
    }
    switch (typed.getFirst()) {
      case "help", "?" -> help(typed.subList(1, typed.size()));
      default -> execute(typed);
    }
  }

  private void help(List<String> verb) {
    if (verb.isEmpty()) {
      desktop.show(
          page -> Menu.of(tables.get().verbs(), Desktop.usable(window)).forEach(page::println),
          window);
    } else {
      execute(Stream.concat(verb.stream(), Stream.of("--help")).toList());
    }
  }

  private void execute(List<String> typed) {
    desktop.show(
        page ->
            tables
                .get()
                .execute(
                    typed,
                    new Terminal(
                        page,
                        page,
                        guest.who(),
                        InputStream.nullInputStream(),
                        Desktop.usable(window))),
        window);
  }
}
