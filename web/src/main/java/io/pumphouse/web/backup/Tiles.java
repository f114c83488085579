package io.pumphouse.web.backup;

import io.pumphouse.web.model.JobCard;
import io.pumphouse.web.model.JobRun;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * The jobs that were asked for, a page of them. Public because compiled templates live in a package
 * of their own.
 *
 * @param asked what was asked for
 * @param found how many there are of these
 * @param page which page this is, from 1
 * @param pages how many there are
 * @param tiles those of this page
 */
public record Tiles(Asked asked, int found, int page, int pages, List<Tile> tiles) {
  static final int PER_PAGE = 12;

  private static final Comparator<JobCard> NEWEST_FIRST =
      Comparator.comparing(Tiles::changed).reversed().thenComparing(card -> card.job().name());

  public Tiles {
    tiles = List.copyOf(tiles);
  }

  /**
   * Which jobs to show.
   *
   * @param text what the name, the id or a place must contain; empty for any
   * @param show {@code all}, {@code running}, {@code trouble} or {@code disabled}
   * @param page which page, from 1
   */
  public record Asked(String text, String show, int page) {
    /** What may be asked for. */
    public static final List<String> SHOWS = List.of("all", "running", "trouble", "disabled");

    /** The part of an address that asks for another page of the same. */
    public String at(int other) {
      String coded = URLEncoder.encode(text, StandardCharsets.UTF_8);
      return "?q=%s&show=%s&page=%d".formatted(coded, show, other);
    }

    /** Whether every job is shown. */
    public boolean isAll() {
      return text.isEmpty() && show.equals("all");
    }
  }

  static Tiles of(Asked asked, List<JobCard> cards, Function<JobCard, Tile> tile) {
    List<JobCard> found =
        cards.stream().filter(card -> suits(asked, card)).sorted(NEWEST_FIRST).toList();
    int pages = Math.max(1, (found.size() + PER_PAGE - 1) / PER_PAGE);
    int page = Math.clamp(asked.page(), 1, pages);
    return new Tiles(
        asked,
        found.size(),
        page,
        pages,
        found.stream().skip((page - 1L) * PER_PAGE).limit(PER_PAGE).map(tile).toList());
  }

  private static Instant changed(JobCard card) {
    return card.latest().stream().map(JobRun::changed).findFirst().orElse(Instant.MIN);
  }

  private static boolean suits(Asked asked, JobCard card) {
    String where =
        card.job().id()
            + "\n"
            + card.job().name()
            + "\n"
            + String.join("\n", card.settings().values());
    boolean isShown =
        switch (asked.show()) {
          case "running" -> Stats.isUnderWay(card);
          case "trouble" -> Stats.isInTrouble(card);
          case "disabled" -> !card.job().isEnabled();
          default -> true;
        };
    return isShown
        && where.toLowerCase(Locale.ROOT).contains(asked.text().toLowerCase(Locale.ROOT));
  }
}
