package io.pumphouse.agent.transfer;

import io.pumphouse.agent.command.Import;
import io.pumphouse.agent.command.ImportReport;
import io.pumphouse.agent.sqlite.Outcome;
import io.pumphouse.agent.sqlite.Outcome.Done;
import io.pumphouse.agent.sqlite.Outcome.Failed;
import io.pumphouse.agent.store.Facts;
import io.pumphouse.agent.store.ReadingStore;
import io.pumphouse.hal.map.RegisterMap;
import io.pumphouse.hal.reading.PumpId;
import io.pumphouse.hal.reading.TimeSource;
import io.pumphouse.web.model.Export.Format;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Readings into the store, from a file of whatever length, in constant memory. What the store has
 * already stays as it is, so that the same file twice changes nothing. Thread-safe.
 */
final class Importer implements Import {
  private final Map<PumpId, RegisterMap> pumps;
  private final ReadingStore store;
  private final TimeSource time;

  Importer(Map<PumpId, RegisterMap> pumps, ReadingStore store, TimeSource time) {
    this.pumps = Map.copyOf(pumps);
    this.store = store;
    this.time = time;
  }

  @Override
  public ImportReport read(InputStream from, Order order) throws IOException {
    Counts counts = new Counts();
    return switch (store.recollection().facts()) {
      case Failed<Facts>(var trouble) -> counts.report(trouble.cause() + "; " + trouble.next());
      case Done<Facts>(Facts facts) -> {
        Instant now = time.wall();
        Instant rawFrom = facts.ends().isEmpty() ? now : facts.ends().getFirst();
        Basket basket = new Basket(store, new Known(store, rawFrom), counts, order.isDry());
        Translator translator = new Translator(pumps, order.pump(), now);
        yield read(new Text(Unpacking.of(from)), order, new Sink(translator, basket, counts));
      }
    };
  }

  private static ImportReport read(Text text, Order order, Sink sink) throws IOException {
    Optional<Grammar> grammar = Format.of(order.format()).map(Grammar::of);
    for (Optional<String> line = text.next(); line.isPresent(); line = text.next()) {
      if (grammar.isEmpty() && isContent(line.get())) {
        grammar = Optional.of(Grammar.of(Grammar.guess(line.get())));
      }
      Optional<String> trouble = sink.take(grammar.orElseGet(LineGrammar::new), line.get());
      if (trouble.isPresent()) {
        return sink.counts().report(trouble.get());
      }
    }
    return sink.counts().report(troubleOf(sink.basket().empty()));
  }

  private static boolean isContent(String line) {
    return !line.isBlank() && !line.startsWith("#") && !line.startsWith("CREATE DATABASE");
  }

  private static String troubleOf(Outcome<Integer> outcome) {
    return switch (outcome) {
      case Done<Integer> _ -> "";
      case Failed<Integer>(var trouble) -> trouble.cause() + "; " + trouble.next();
    };
  }

  /** Where lines go. */
  private record Sink(Translator translator, Basket basket, Counts counts) {
    /** Takes a line; says why the store can take no more. */
    Optional<String> take(Grammar grammar, String line) {
      counts.line();
      switch (grammar.parse(line)) {
        case Parsed.Aside _ -> {}
        case Parsed.Wrong(String reason) -> counts.refuse(reason);
        case Parsed.Found(Row row) -> {
          return take(row);
        }
      }
      return Optional.empty();
    }

    private Optional<String> take(Row row) {
      return switch (translator.translate(row)) {
        case Meaning.Refused(String reason) -> {
          counts.refuse(reason);
          yield Optional.empty();
        }
        case Meaning.Known(PumpId pump, var sample, boolean isRounded) -> {
          if (isRounded) {
            counts.round();
          }
          yield Optional.of(troubleOf(basket.add(pump, sample))).filter(it -> !it.isEmpty());
        }
      };
    }
  }

  /** Lines of bounded length: nobody can fill the memory with one that never ends. */
  private static final class Text {
    private static final int LONGEST = 8_192;

    private final BufferedReader reader;

    Text(InputStream from) {
      this.reader = new BufferedReader(new InputStreamReader(from, StandardCharsets.UTF_8));
    }

    /** The next line, cut where it is too long; empty at the end. */
    Optional<String> next() throws IOException {
      StringBuilder line = new StringBuilder();
      int each = reader.read();
      if (each < 0) {
        return Optional.empty();
      }
      while (each >= 0 && each != '\n') {
        if (each != '\r' && line.length() < LONGEST) {
          line.append((char) each);
        }
        each = reader.read();
      }
      return Optional.of(line.toString());
    }
  }
}
