package io.pumphouse.web.log;

import io.javalin.http.Context;
import io.pumphouse.web.model.LogLine;
import io.pumphouse.web.model.LogLine.Level;
import io.pumphouse.web.model.LogLine.Source;
import io.pumphouse.web.model.Logs;
import io.pumphouse.web.model.Sought;
import io.pumphouse.web.page.Pages;
import io.pumphouse.web.page.Tongue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The log as it is shown. Public because compiled templates live in a package of their own.
 *
 * @param head what is asked for
 * @param rows the newest entries, oldest first
 * @param trouble why there are none, in English; empty if nothing is wrong
 */
public record LogView(Head head, List<Row> rows, String trouble) {
  public LogView {
    rows = List.copyOf(rows);
  }

  /**
   * What is asked for, and what can be.
   *
   * @param source the word of a source, or several; empty for all
   * @param level the word of a level; empty for all
   * @param job the id of a job; empty for all
   * @param sources those that whoever asks may see
   * @param jobs those that have written something
   */
  public record Head(
      String source,
      String level,
      String job,
      String words,
      List<Source> sources,
      List<String> jobs) {
    public Head {
      sources = List.copyOf(sources);
      jobs = List.copyOf(jobs);
    }

    Head with(List<String> known) {
      return new Head(source, level, job, words, sources, known);
    }

    /** Every level, for a choice. */
    public List<Level> levels() {
      return List.of(Level.values());
    }

    /** The filter as it stands in addresses. */
    public String query() {
      return "?source=%s&level=%s&job=%s&q=%s"
          .formatted(escaped(source), escaped(level), escaped(job), escaped(words));
    }

    private static String escaped(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Whether anything is left out. */
    public boolean isFiltered() {
      return !(source + level + job + words).isEmpty();
    }
  }

  /**
   * One entry.
   *
   * @param at by which later ones are asked for
   * @param when as the site's clocks showed it
   * @param pieces its text, taken apart where the words stand that are sought
   */
  public record Row(String at, String when, Level level, Source source, List<Sought.Piece> pieces) {
    public Row {
      pieces = List.copyOf(pieces);
    }
  }

  static Head head(Context context, Logs.Wish wish, List<Source> open) {
    return new Head(
        parameter(context, "source"),
        parameter(context, "level"),
        wish.job(),
        wish.sought().words(),
        open,
        List.of());
  }

  private static String parameter(Context context, String name) {
    return Optional.ofNullable(context.queryParam(name)).orElse("").strip();
  }

  static LogView of(Pages pages, Tongue tongue, Head head, Logs.Wish wish, List<LogLine> lines) {
    return new LogView(
        head,
        lines.stream()
            .map(
                line ->
                    new Row(
                        line.at().toString(),
                        pages.moment(tongue, line.at()),
                        line.level(),
                        line.source(),
                        wish.sought().pieces(line.text())))
            .toList(),
        "");
  }

  static LogView broken(Head head, String why) {
    return new LogView(head, List.of(), why);
  }

  /** Whether there may be older ones. */
  public boolean isFull() {
    return rows.size() >= Logs.MOST;
  }
}
